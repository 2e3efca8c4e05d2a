namespace Planning.Rules.RuleSets;

/// <summary>A mistake in a rule file, said so its author can fix it without asking us.</summary>
/// <param name="Code">Stable, searchable: <c>RULE021</c>; the list is in <see cref="DiagnosticCode"/>.</param>
/// <param name="Path">Where, as a JSON path: <c>$.Rules[2].Expression</c>.</param>
/// <param name="Message">What is wrong, as a full sentence.</param>
public sealed record Diagnostic(string Code, string Path, string Message)
{
    /// <summary>Line inside the expression, from 1; null when the mistake is not inside an expression.</summary>
    public int? Line { get; init; }

    /// <summary>Column inside the expression, from 1, in UTF-16 units.</summary>
    public int? Column { get; init; }

    /// <summary>What the author probably meant: <c>Revenue</c>.</summary>
    public string? Suggestion { get; init; }

    public override string ToString()
    {
        var place = Line is { } line ? $" ({line}:{Column})" : "";
        var cure = Suggestion is null ? "" : $" Did you mean `{Suggestion}`?";
        return $"{Code} at {Path}{place}: {Message}{cure}";
    }
}
