using Jint.Native.Object;
using Jint.Parser.Ast;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Sentences for what Jint says too shortly.</summary>
internal static class Explanations
{
    private const string NoMethod = "Object has no method '";
    private const string NotCallable = "Property '";

    /// <param name="last">What was evaluated last; null when that is not known.</param>
    /// <returns>Null when the error says nothing at all and nothing is known of it.</returns>
    public static string? Of(ObjectInstance error, SyntaxNode? last)
    {
        var message = error.Get("message");
        if (!message.IsString())
        {
            return error.Get("name") is var kind && kind.IsString() && kind.AsString() == "TypeError"
                ? Missing(last as Literal)
                : null;
        }

        var text = message.AsString();
        if (text.StartsWith(NoMethod, StringComparison.Ordinal))
        {
            return $"{text[NoMethod.Length..^1]} is not a function";
        }

        return text.StartsWith(NotCallable, StringComparison.Ordinal)
            && text.IndexOf('\'', NotCallable.Length) is var end and > 0
                ? $"{text[NotCallable.Length..end]} is not a function"
                : text;
    }

    private static string Missing(Literal? key) => key?.CachedValue is { } name && name.IsString()
        ? $"{name.AsString()} was asked of undefined or null"
        : "A member was asked of undefined or null";
}
