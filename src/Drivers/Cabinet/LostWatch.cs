using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Whether a sensor can be read; one that cannot for long enough is an alarm.</summary>
/// <param name="context">Clock and faults.</param>
/// <param name="book">Where the alarm stands.</param>
/// <param name="name">Of the sensor.</param>
/// <param name="lostAfter">So long it may be away.</param>
internal sealed class LostWatch(DriverContext context, AlarmBook book, string name, TimeSpan lostAfter)
{
    private readonly Steady _lost = new(context.Time);
    private string? _why;

    public bool IsLost => _lost.Value == true;

    /// <param name="why">One fixed word; null: it was read.</param>
    /// <param name="ct">Stopping.</param>
    public Task TakeAsync(string? why, CancellationToken ct)
    {
        // Counted when it changes: a switch that is looked at four times a second would count to millions. What is read wrongly counts each time.
        if (why is not null && (why != _why || why == SensorTrouble.NotANumber))
        {
            context.Watch.Fault(Kind(why), why);
        }

        _why = why;
        return TellAsync(_lost.Take(why is not null, why is null ? TimeSpan.Zero : lostAfter), ct);
    }

    private Task TellAsync(bool? lost, CancellationToken ct) => lost == true ? book.LoseAsync(name, ct) : book.SetAsync(new CabinetSign(CabinetAlarms.SensorLost, name, CabinetSeverity.Major), lost, ct);

    private static FaultKind Kind(string why) => why switch
    {
        SensorTrouble.NotANumber => FaultKind.Garbled,
        SensorTrouble.Refused => FaultKind.Refused,
        SensorTrouble.Taken => FaultKind.Busy,
        SensorTrouble.Ambiguous => FaultKind.Misconfigured,
        _ => FaultKind.Silent,
    };
}
