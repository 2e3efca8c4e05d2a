namespace Planning.Rules.Evaluation;

/// <summary>An error message whose <c>$(path)</c> placeholders are filled with the values at hand.</summary>
/// <param name="json">RulesEngine's way: values as JSON, and a missing one leaves its placeholder standing.</param>
internal sealed class MessageTemplate(IReadOnlyList<MessagePiece> pieces, bool json)
{
    /// <summary>Whether the text is the same for everybody.</summary>
    public bool IsFixed { get; } = pieces.All(piece => piece.IsFixed);

    public string Fill(object?[] frame)
    {
        var texts = new string[pieces.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = pieces[i].Show(frame, json);
        }

        return string.Concat(texts);
    }
}
