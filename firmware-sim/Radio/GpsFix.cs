using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Radio;

/// <summary>One fix as a receiver tells it, and the 40 bytes that it becomes (pdt-radio.md section 6.1).</summary>
/// <param name="Place">Where.</param>
/// <param name="Time">When, whole seconds.</param>
/// <param name="Oddity">What it gets wrong.</param>
public sealed record GpsFix(RadioPlace Place, DateTimeOffset Time, GpsOddity Oddity)
{
    public static readonly TimeSpan Rollover = TimeSpan.FromDays(7168);

    public bool IsValid => Oddity != GpsOddity.NoFix;

    public bool HasTime => Oddity is not (GpsOddity.NoTime or GpsOddity.NoFix);

    public bool HasPlace => Oddity is not (GpsOddity.Zero or GpsOddity.NoFix);

    /// <summary>As on the wire.</summary>
    public DateTimeOffset Told => Oddity == GpsOddity.Weeks ? Time - Rollover : Time;

    /// <summary>The twelve digits by which a report is known; empty when it tells none.</summary>
    public string Digits => HasTime ? Told.UtcDateTime.ToString("HHmmssddMMyy", CultureInfo.InvariantCulture) : "";

    public byte[] Bytes()
    {
        var block = new byte[40];
        block[0] = (byte)(IsValid ? 'A' : 'V');
        Put(block, 1, Digits);
        if (IsValid)
        {
            Put(block, 13, Oddity == GpsOddity.Zero ? "N0000.0000E00000.0000" : Side(Place.Latitude, 'N', 'S', "00") + Side(Place.Longitude, 'E', 'W', "000"));
            Put(block, 34, HasTime ? Speed() + Place.CourseDeg.ToString("000", CultureInfo.InvariantCulture) : "");
        }

        return block;
    }

    private string Speed() => Place.KnotTenths < 100 ? Text(Place.Knots, "0.0") : Place.KnotTenths < 1000 ? Text(Place.Knots, "00") + "." : Text(Place.Knots, "000");

    private static string Side(int ticks, char positive, char negative, string degrees)
    {
        int size = Math.Abs(ticks);
        return (ticks < 0 ? negative : positive) + Text(size / 600_000, degrees) + Text(size % 600_000 / 10_000m, "00.0000");
    }

    private static string Text(decimal number, string form) => number.ToString(form, CultureInfo.InvariantCulture);

    private static void Put(byte[] block, int at, string text) => Encoding.ASCII.GetBytes(text, block.AsSpan(at));
}
