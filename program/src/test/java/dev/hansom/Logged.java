package dev.hansom;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What the program logs while it is open.
public final class Logged implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.hansom");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    public Logged() {
        appender.start();
        logger.addAppender(appender);
    }

    /// The warnings so far.
    public List<String> warnings() {
        return appender.list.stream()
                .filter(event -> event.getLevel() == ch.qos.logback.classic.Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
