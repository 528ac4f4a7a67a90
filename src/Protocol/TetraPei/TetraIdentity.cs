using System.Globalization;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>Who, as a terminal writes it: a short identity of up to 8 digits, or a full one of up to 17 with country and network in front.</summary>
/// <param name="Id">All digits as one number.</param>
public sealed record TetraIdentity(long Id)
{
    private const int MostDigits = 17;
    private const long Short = 100_000_000;

    /// <summary>The short identity: the same radio is meant whether country and network are written or not.</summary>
    public int Ssi => (int)(Id % Short);

    /// <returns>Null for anything but digits.</returns>
    public static TetraIdentity? Read(string? text) =>
        text is { Length: > 0 and <= MostDigits } && text.All(char.IsAsciiDigit) ? new TetraIdentity(long.Parse(text, CultureInfo.InvariantCulture)) : null;

    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
