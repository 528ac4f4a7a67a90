using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Sheets and sides since the printer was made (prtMarkerLifeCount): hourly, and first thing on a new day of the site.</summary>
internal sealed class PrintCounter(DriverContext context, KioskVoice voice)
{
    private const string MemoryName = "prints";
    private const int Impressions = 7;
    private const int Sheets = 8;

    private readonly Rhythm _rhythm = new(context.Time, TimeSpan.FromHours(1));
    private long? _last = long.TryParse(context.Memory?.Recall(MemoryName), NumberStyles.None, CultureInfo.InvariantCulture, out long last) ? last : null;
    private DateOnly? _day;

    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task TakeAsync(PrinterAnswers answers, CancellationToken ct)
    {
        if (Total(answers) is not { } total)
        {
            return;
        }

        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().ToOffset(context.Zone).Date);
        if (_rhythm.IsDue() || today != _day)
        {
            var body = new KioskCounterBody { Prints = total, Restarted = total < _last ? ["prints"] : null };
            await voice.TellAsync(Lane.Telemetry, body, KioskMoment.Now, ct).ConfigureAwait(false);
            (_last, _day) = (total, today);
            await (context.Memory?.RememberAsync(MemoryName, total.ToString(CultureInfo.InvariantCulture), ct) ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    /// <summary>Other units, such as metres of a strip, are no prints.</summary>
    private static long? Total(PrinterAnswers answers)
    {
        long[] counts =
        [
            .. answers.Markers.Rows
                .Where(row => row.Whole(PrinterMib.MarkerCounterUnit) is null or Impressions or Sheets)
                .Select(row => row.Count(PrinterMib.MarkerLifeCount)).OfType<ulong>().Where(count => count <= uint.MaxValue).Select(count => (long)count),
        ];
        return counts.Length > 0 ? counts.Sum() : null;
    }
}
