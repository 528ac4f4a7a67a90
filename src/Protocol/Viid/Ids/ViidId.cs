using System.Globalization;

namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>An identifier with its parts (plate-camera.md section 2.5).</summary>
/// <param name="Text">As received.</param>
/// <param name="Kind">By its length.</param>
public sealed record ViidId(string Text, ViidIdKind Kind)
{
    /// <summary>The device of a 20-, 41- or 48-digit id, else the organisation of 12 digits.</summary>
    public string Owner => Text[..OwnerDigits];

    /// <summary>Two digits behind the owner; empty for a device and a case, which have none.</summary>
    public string Type => Kind is ViidIdKind.Device or ViidIdKind.Case ? string.Empty : Text.Substring(OwnerDigits, 2);

    /// <summary>Civil time of its making, to the second, without zone; null for a device.</summary>
    public DateTime? Time { get; private init; }

    /// <summary>Number within the second; 4 digits in a case, 5 elsewhere, 7 for a device.</summary>
    public int Serial => Kind == ViidIdKind.Device ? Number(13, 7) : Number(TimeAt + 14, Kind == ViidIdKind.Case ? 4 : 5);

    /// <summary>What is seen: <c>02</c> a motor vehicle; empty unless <see cref="ViidIdKind.Semantic"/>.</summary>
    public string ObjectType => Kind == ViidIdKind.Semantic ? Text[41..43] : string.Empty;

    /// <summary>Number of what is seen within the picture; 0 unless <see cref="ViidIdKind.Semantic"/>.</summary>
    public int ObjectSerial => Kind == ViidIdKind.Semantic ? Number(43, 5) : 0;

    private int OwnerDigits => Kind is ViidIdKind.Business or ViidIdKind.Case ? 12 : 20;

    private int TimeAt => OwnerDigits + (Kind == ViidIdKind.Case ? 0 : 2);

    /// <returns>Null when it is not 20, 30, 33, 41 or 48 digits, or the time inside is none.</returns>
    public static ViidId? Parse(string? text)
    {
        if (text is not { Length: 20 or 30 or 33 or 41 or 48 } || !IsDigits(text))
        {
            return null;
        }

        var id = new ViidId(text, (ViidIdKind)text.Length);
        if (id.Kind == ViidIdKind.Device)
        {
            return id;
        }

        return DateTime.TryParseExact(text.AsSpan(id.TimeAt, 14), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? id with { Time = time } : null;
    }

    internal static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private int Number(int at, int digits) => int.Parse(Text.AsSpan(at, digits), CultureInfo.InvariantCulture);
}
