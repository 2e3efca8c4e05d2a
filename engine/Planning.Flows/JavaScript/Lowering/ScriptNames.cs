using Jint.Native;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.BuiltIns;
using Expression = Jint.Parser.Ast.Expression;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>What a name means that the script itself does not declare.</summary>
/// <param name="choosesOutcomes">True in a Run JavaScript activity.</param>
internal sealed class ScriptNames(ExpressionScope scope, bool choosesOutcomes)
{
    private const int MostTypos = 2;

    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "Array", "Boolean", "Date", "Error", "EvalError", "JSON", "Map", "Math", "Number", "Object", "RangeError",
        "ReferenceError", "RegExp", "Set", "String", "SyntaxError", "TypeError", "URIError", "decodeURI", "decodeURIComponent",
        "encodeURI", "encodeURIComponent", "isFinite", "isNaN", "parseFloat", "parseInt",
    };

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["Promise"] = "Promises cannot be used here: nothing in a script waits. Use the value itself.",
        ["setTimeout"] = "setTimeout cannot be used here: nothing in a script waits. Use a Delay activity.",
        ["setInterval"] = "setInterval cannot be used here: nothing in a script waits. Use a Timer activity.",
        ["fetch"] = "fetch cannot be used here: a script reaches nothing outside. Use an HTTP request activity.",
        ["XMLHttpRequest"] = "XMLHttpRequest cannot be used here: a script reaches nothing outside. Use an HTTP request activity.",
        ["console"] = "There is no console here. Use a Write line activity, or return the text.",
        ["require"] = "require cannot be used here: a script stands alone. Write the code itself.",
        ["module"] = "There are no modules here: a script stands alone. Write the code itself.",
        ["process"] = "process cannot be used here: a script reaches nothing outside. Use inputs and variables.",
        ["globalThis"] = "globalThis cannot be used here. Use the names themselves, or declare a variable.",
        ["window"] = "There is no window here. Use the names themselves.",
        ["document"] = "There is no document here. Use inputs and variables.",
        ["Function"] = "Code cannot be made of text here. Write the function itself.",
        ["Symbol"] = "Symbols cannot be used here. Use texts as names of members.",
        ["Proxy"] = "Proxies cannot be used here. Use an object, or getters and setters.",
        ["Reflect"] = "Reflect cannot be used here. Use the functions of Object.",
        ["BigInt"] = "Big integers cannot be used here. Use numbers, or keep the digits as text.",
        ["WeakMap"] = "WeakMap cannot be used here. Use a Map.",
        ["WeakSet"] = "WeakSet cannot be used here. Use a Set.",
        ["Intl"] = "Intl cannot be used here. Use toFixed and toLocaleString, which write as in en-US.",
        ["Uint8Array"] = "Typed arrays cannot be used here. Use a list of numbers.",
        ["ArrayBuffer"] = "Buffers cannot be used here. Use a list of numbers.",
        ["btoa"] = "btoa cannot be used here. Use stringToBase64.",
        ["atob"] = "atob cannot be used here. Use stringFromBase64.",
        ["escape"] = "escape cannot be used here. Use encodeURIComponent.",
        ["unescape"] = "unescape cannot be used here. Use decodeURIComponent.",
        ["structuredClone"] = "structuredClone cannot be used here. Use JSON.parse(JSON.stringify(value)).",
        ["streamToBytes"] = "There are no streams here. Pass the bytes as Base64 text.",
        ["streamToBase64"] = "There are no streams here. Pass the bytes as Base64 text.",
        ["setOutcome"] = "setOutcome works only in a Run JavaScript activity. Use one, or a Decision.",
        ["setOutcomes"] = "setOutcomes works only in a Run JavaScript activity. Use one, or a Switch.",
    };

    public Expression? Meaning(string word)
    {
        if (word == "variables")
        {
            return Emit.Use(WorkflowFunctions.Variables);
        }

        if (WorkflowFunctions.ByName.TryGetValue(word, out var function)
            || (choosesOutcomes && WorkflowFunctions.OfOutcomes.TryGetValue(word, out function)))
        {
            return Emit.Constant(new JsValue(function));
        }

        if (BuiltIn.Contains(word))
        {
            return Emit.Name(word);
        }

        return Refused.ContainsKey(word) || AccessorFunctions.Of(word, scope) is not { } accessor
            ? null
            : Emit.Constant(new JsValue(accessor));
    }

    public string AdviceFor(string word)
    {
        if (Refused.TryGetValue(word, out var advice))
        {
            return advice;
        }

        if (scope.Variables.FirstOrDefault(variable => variable.Name == word) is { } variable)
        {
            return $"There is no name {word} here, but a variable. Write variables.{variable.Name}.";
        }

        if (scope.Inputs.FirstOrDefault(input => input.Name == word) is { } given)
        {
            return $"There is no name {word} here, but an input. Write getInput(\"{given.Name}\").";
        }

        var close = Close(word);
        return close is null
            ? $"There is no name {word} here. Declare it, or write getVariable(\"{word}\") for a variable."
            : $"There is no name {word} here. Did you mean {close}?";
    }

    /// <summary>The known name that is spelled almost like this one; null when there is none.</summary>
    public static string? Close(string word) =>
        WorkflowFunctions.ByName.Keys.Concat(WorkflowFunctions.OfOutcomes.Keys).Concat(BuiltIn).Append("variables")
            .Select(known => (Word: known, Typos: Typos(word, known)))
            .Where(known => known.Typos <= Math.Min(MostTypos, word.Length / 3))
            .OrderBy(known => known.Typos).Select(known => known.Word).FirstOrDefault();

    /// <summary>How many letters must be changed, added or left out.</summary>
    private static int Typos(string left, string right)
    {
        var before = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var now = new int[right.Length + 1];
            now[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var isSame = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                now[column] = Math.Min(Math.Min(now[column - 1], before[column]) + 1, before[column - 1] + (isSame ? 0 : 1));
            }

            before = now;
        }

        return before[^1];
    }
}
