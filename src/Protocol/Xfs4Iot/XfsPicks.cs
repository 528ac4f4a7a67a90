using System.Text.Json;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Takes single values out of a payload, and counts what was there and was not taken.</summary>
internal sealed class XfsPicks
{
    /// <summary>Stands for a word that no table has and that is no word: nobody must see what it was.</summary>
    public const string Withheld = "(withheld)";

    private const int LongestWord = 40;
    private const int LongestName = 32;
    private const double MostNumber = 1e15;

    /// <summary>Values that no table has.</summary>
    public int Ignored { get; private set; }

    /// <summary>Values that a table has and that are not as it says, and what is beyond a bound.</summary>
    public int Refused { get; private set; }

    public void Ignore() => Ignored++;

    public void Refuse() => Refused++;

    /// <summary>A service leaves out what is null, or says null: neither says anything.</summary>
    public void RefuseUnlessNull(JsonElement value) => IsThere(value, false);

    /// <returns>Null when absent; of a word that is not known only what looks like one.</returns>
    public XfsValue? Word(JsonElement value, IReadOnlyCollection<string> known)
    {
        if (!IsThere(value, value.ValueKind == JsonValueKind.String))
        {
            return null;
        }

        string text = value.GetString()!;
        return known.Contains(text, StringComparer.OrdinalIgnoreCase) ? new XfsValue(text)
            : new XfsValue(text.Length <= LongestWord && IsPlain(text, false) && ScrubbedText.IsClean(text) ? text : Withheld, IsKnown: false);
    }

    /// <returns>Null when absent, and for what is no whole number from 0 on.</returns>
    public long? Count(JsonElement value)
    {
        bool isCount = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number is >= 0 and <= MostNumber && Math.Floor(number).Equals(number);
        return IsThere(value, isCount) ? (long)value.GetDouble() : null;
    }

    /// <returns>Null when absent, and for what is no number.</returns>
    public XfsValue? Number(JsonElement value)
    {
        bool isNumber = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && Math.Abs(number) <= MostNumber;
        return IsThere(value, isNumber) ? XfsValue.Of(value.GetDouble()) : null;
    }

    public bool? Flag(JsonElement value) =>
        IsThere(value, value.ValueKind is JsonValueKind.True or JsonValueKind.False) ? value.ValueKind == JsonValueKind.True : null;

    /// <returns>What a part calls itself; null for what could be a person's.</returns>
    public string? Name(JsonElement value)
    {
        string? name = IsThere(value, value.ValueKind == JsonValueKind.String) ? value.GetString() : null;
        return name is null ? null : Name(name);
    }

    /// <returns>The name; null for what could be a person's.</returns>
    public string? Name(string name)
    {
        bool isName = name.Length is > 0 and <= LongestName && IsPlain(name, true) && ScrubbedText.IsClean(name);
        Refused += isName ? 0 : 1;
        return isName ? name : null;
    }

    public string? Text(JsonElement value, int most) =>
        IsThere(value, value.ValueKind == JsonValueKind.String) ? ScrubbedText.Of(value.GetString(), most) : null;

    private static bool IsPlain(string text, bool isName) =>
        text.Length > 0 && (isName || char.IsAsciiLetter(text[0])) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || (isName && letter is '_' or '-' or '.'));

    /// <summary>What is absent or null is not counted; what is of another type is.</summary>
    private bool IsThere(JsonElement value, bool isRight)
    {
        Refused += isRight || value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? 0 : 1;
        return isRight;
    }
}
