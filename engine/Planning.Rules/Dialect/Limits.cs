namespace Planning.Rules.Dialect;

/// <summary>How large a rule file and an expression may be. Beyond that reading is refused, not attempted.</summary>
internal static class Limits
{
    /// <summary>UTF-16 units of a whole file.</summary>
    public const int FileLength = 16 * 1024 * 1024;

    /// <summary>Nesting of JSON, and so of rules in rules.</summary>
    public const int JsonDepth = 64;

    /// <summary>UTF-16 units of one expression.</summary>
    public const int ExpressionLength = 10_000;

    /// <summary>Parts of one expression.</summary>
    public const int Parts = 4_000;

    /// <summary>Nesting of parts, counted on the way down; a long chain of <c>and</c> counts once.</summary>
    public const int Depth = 100;

    /// <summary>Lambdas inside lambdas.</summary>
    public const int LambdaDepth = 4;

    /// <summary>Fields of one input that came as data, those of records inside it counted too.</summary>
    public const int FactFields = 2_000;

    /// <summary>Shapes of data that are remembered, and readings of one workflow for them.</summary>
    public const int Shapes = 256;

    /// <summary>Rules that have other rules evaluated, one from the other.</summary>
    public const int Calls = 16;

    /// <summary>Workflows one workflow brings in, those that they bring in counted too.</summary>
    public const int Injected = 1_000;

    /// <summary>Entries of one list in a file, and rules and parameters of a whole one.</summary>
    public const int FileEntries = 25_000;

    /// <summary>Mistakes told of one file.</summary>
    public const int Mistakes = 1_000;

    /// <summary>Steps that one evaluation may take, however many rule sets it goes through: each list element as often
    /// as it is looked at, and the work on long texts.</summary>
    public const int Steps = 10_000_000;

    /// <summary>Elements of a list that rules keep or facts bring.</summary>
    public const int ListLength = 1_000_000;

    /// <summary>Lists of lists and records in records that rules make.</summary>
    public const int ValueDepth = 16;

    /// <summary>UTF-16 units of any text an expression builds while it runs.</summary>
    public const int TextLength = 1_000_000;
}
