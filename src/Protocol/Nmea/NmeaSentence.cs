namespace EdgeGateway.Protocol.Nmea;

/// <summary>One sentence of NMEA 0183 whose checksum is right (pdt-radio.md section 11).</summary>
/// <param name="Address">What stands between <c>$</c> and the first comma, for example <c>GNRMC</c>.</param>
/// <param name="Values">Everything behind the address, raw; an empty one is unknown.</param>
public sealed record NmeaSentence(string Address, IReadOnlyList<string> Values)
{
    private const int TalkerLength = 2;
    private const int StandardLength = 5;
    private const int LongestAddress = 10;

    /// <summary>Who talks: <c>GP</c>, <c>GN</c>, <c>GL</c>, <c>GA</c>, <c>BD</c>, <c>GB</c> and others; <c>P</c> for a maker's own sentence.</summary>
    public string Talker => IsStandard ? Address[..TalkerLength] : Address[..1];

    /// <summary>For example <c>RMC</c>; for a maker's own sentence what follows the P.</summary>
    public string Type => IsStandard ? Address[TalkerLength..] : Address[1..];

    /// <summary>The value at that place from 0; empty when it is unknown or the sentence is shorter.</summary>
    public string this[int index] => index < Values.Count ? Values[index] : string.Empty;

    private bool IsStandard => Address.Length == StandardLength && Address[0] != 'P';

    /// <param name="text">What stands between <c>$</c> and <c>*</c>, printable ASCII.</param>
    /// <returns>Null when there is no address.</returns>
    public static NmeaSentence? Parse(string text)
    {
        string[] parts = text.Split(',');
        bool right = parts[0].Length is > 1 and <= LongestAddress && parts[0].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        return right ? new NmeaSentence(parts[0], parts[1..]) : null;
    }
}
