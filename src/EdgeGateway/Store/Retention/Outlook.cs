using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Retention;

/// <summary>Keeps the forecast and warns once when it becomes short.</summary>
internal sealed class Outlook(Pace pace, Forecaster forecaster, RoomGauge gauge, ILogger log)
{
    private const double WarnHours = 24;
    private const double CalmHours = 36;

    private bool _warned;

    public StoreForecast? Now(Totals totals) => pace.Known is { } rates ? forecaster.Of(rates, totals, gauge.Free) : null;

    /// <summary>Called once a second by one timer.</summary>
    public void Look(Totals totals)
    {
        pace.Look();
        if (Now(totals) is not { Hours: { } hours, First: { } first })
        {
            return;
        }

        if (hours < WarnHours && !_warned)
        {
            StoreLog.FillsUp(log, Math.Round(hours, 1), first);
            _warned = true;
        }

        _warned &= hours < CalmHours;
    }
}
