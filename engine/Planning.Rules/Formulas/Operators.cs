namespace Planning.Rules.Formulas;

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    ShiftLeft,
    ShiftRight,
}

/// <summary>How two values stand to each other.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    Below,
    AtMost,
    AtLeast,
    Above,
}
