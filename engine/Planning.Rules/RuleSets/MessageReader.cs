using Planning.Rules.Binding;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads an error message and binds its <c>$(path)</c> placeholders.</summary>
internal sealed class MessageReader(FactSchema? schema, Nulls nulls, Findings findings)
{
    public MessageTemplate Read(string message, string path, Scope scope)
    {
        var pieces = new List<MessagePiece>();
        var at = 0;
        while (at < message.Length)
        {
            var open = message.IndexOf("$(", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : message.IndexOf(')', open);
            if (close < 0)
            {
                break;
            }

            pieces.Add(new MessagePiece(message[at..open]));
            pieces.Add(Placeholder(message[open..(close + 1)], path, scope));
            at = close + 1;
        }

        pieces.Add(new MessagePiece(message[at..]));
        return new MessageTemplate(pieces, nulls.MessagesAreJson);
    }

    private static string NameOf(Formula value) => value is Formula.Input input ? input.Name
        : value is Formula.Scoped scoped ? scoped.Name
        : "";

    private MessagePiece Placeholder(string written, string path, Scope scope)
    {
        if (schema is null)
        {
            return new MessagePiece(written);
        }

        var names = written[2..^1].Split('.');
        var value = scope.Find(names[0]);
        if (nulls.MessagesAreJson && value is Formula.Input or Formula.Scoped && NameOf(value) != names[0])
        {
            value = null;
        }

        foreach (var name in names.Skip(1))
        {
            value = value is not null && schema.Field(TypeNames.Bare(value.Type), name) is { } field
                && (!nulls.MessagesAreJson || field.Name == name)
                ? new Formula.Member(value, field, TypeNames.OrNull(field.PropertyType), NullIfNull: true)
                : null;
        }

        if (value is null && written.Length > 3 && !scope.IsFlawed(names[0]))
        {
            findings.Warn(
                DiagnosticCode.UnknownPlaceholder, path, $"Nothing fills `{written}`; it will stay as it is written.");
        }

        return new MessagePiece(written, value, names.Length == 1);
    }
}
