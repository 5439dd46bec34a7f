package dev.hansom.score.expression;

/// What a function or operator makes of a call.
///
/// Errors: [ExpressionException] for the wrong number or types of arguments.
interface Function {
    Term of(Call call);
}
