using System.Globalization;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Reads the arguments of commands. Anything unknown, missing or out of range is no order.</summary>
public static class RadioOrder
{
    /// <summary>What fits one message, in UTF-16 units.</summary>
    public const int LongestText = 700;

    /// <param name="args">The object of the command.</param>
    /// <param name="numbers">The site's rule; without one, user numbers are not understood.</param>
    /// <returns>Null for bad arguments.</returns>
    public static TextOrder? Text(JsonElement args, NumberRule numbers)
    {
        if (!args.HasOnly("to", "kind", "text") || args.Word("text") is not { Length: > 0 and <= LongestText } text || !IsText(text))
        {
            return null;
        }

        return args.IsGroup() is { } isGroup && Address(args, "to", isGroup, numbers) is { } to ? new TextOrder(to, isGroup, text) : null;
    }

    /// <returns>The radio that a question is for; null for bad arguments.</returns>
    public static int? Radio(JsonElement args, NumberRule numbers) =>
        args.HasOnly("radio") ? Address(args, "radio", isGroup: false, numbers) : null;

    /// <param name="args">The object of the command.</param>
    /// <param name="numbers">As above.</param>
    /// <param name="radio">Whose emergency is to end; null, when nobody is named, for who did not say his id.</param>
    /// <returns>False for bad arguments.</returns>
    public static bool TryCaller(JsonElement args, NumberRule numbers, out int? radio)
    {
        radio = Radio(args, numbers);
        return radio is not null || (args.HasOnly("radio") && !args.TryGetProperty("radio", out _));
    }

    private static int? Address(JsonElement args, string name, bool isGroup, NumberRule numbers)
    {
        if (!args.TryGetProperty(name, out var value))
        {
            return null;
        }

        int? id = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt32(out int number) ? number : null,
            JsonValueKind.String => Address(value.GetString()!, isGroup, numbers),
            _ => null,
        };
        return id is > 0 and <= RadioIp.HighestId ? id : null;
    }

    // Eight digits are a user number, and mean nothing without a rule; fewer are an address.
    private static int? Address(string text, bool isGroup, NumberRule numbers) =>
        text.Length == 8 ? numbers.AddressOf(text, isGroup)
        : text.Length is > 0 and < 8 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    // Half a character would reach the radio as something else.
    private static bool IsText(string text)
    {
        for (int i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A text to be sent.</summary>
/// <param name="To">24-bit address.</param>
/// <param name="Group">Whether that is a group.</param>
/// <param name="Text">1 to 700 UTF-16 units.</param>
public sealed record TextOrder(int To, bool Group, string Text);
