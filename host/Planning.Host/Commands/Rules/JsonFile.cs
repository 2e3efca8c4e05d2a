using System.Text.Json;

namespace Planning.Host.Commands.Rules;

/// <summary>Reads JSON that somebody names on the command line.</summary>
internal static class JsonFile
{
    /// <returns>Null when no file is named.</returns>
    /// <exception cref="CaseRefusedException">The file cannot be read or is not JSON; says where.</exception>
    public static JsonElement? Read(string? path) => path is null ? null : Parse(Text(path), path);

    /// <exception cref="CaseRefusedException">The file cannot be read.</exception>
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new CaseRefusedException(refusal.Message);
        }
    }

    public static JsonElement Parse(string json, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException flaw)
        {
            throw new CaseRefusedException(FormattableString.Invariant(
                $"{what} is not JSON: line {flaw.LineNumber + 1}, byte {flaw.BytePositionInLine + 1}."));
        }
    }
}
