using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>One door or tamper switch. A door is worse at night, also one that stands open when the night begins.</summary>
internal sealed class ContactWatch(DriverContext context, CabinetOptions options, CabinetSwitch contact, ICabinetSensors sensors, AlarmBook book)
{
    private readonly Steady _open = new(context.Time);
    private readonly LostWatch _lost = new(context, book, contact.Name, options.LostAfter);

    public CabinetContact Latest { get; private set; } = new(contact.Name, null);

    public bool IsLost => _lost.IsLost;

    /// <returns>Whether it is told otherwise than before.</returns>
    public async Task<bool> TakeAsync(CancellationToken ct)
    {
        var before = Latest;
        var reading = await sensors.ReadContactAsync(contact.Line, ct).ConfigureAwait(false);
        bool? open = _open.Take(reading.Active, options.Settle);
        Latest = new CabinetContact(contact.Name, reading.Active is null ? null : open ?? before.Open ?? reading.Active);
        await _lost.TakeAsync(reading.Active is null ? reading.Why ?? SensorTrouble.Broken : null, ct).ConfigureAwait(false);
        await (contact.Tamper ? TellTamperAsync(open, ct) : TellDoorAsync(open, ct)).ConfigureAwait(false);
        return Latest != before;
    }

    private Task TellTamperAsync(bool? open, CancellationToken ct) =>
        book.SetAsync(new CabinetSign(CabinetAlarms.Tamper, contact.Name, CabinetSeverity.Critical), open, ct);

    private Task TellDoorAsync(bool? open, CancellationToken ct)
    {
        string? severity = book.IsNight ? CabinetSeverity.Critical : options.DoorByDay;

        // Where a door by day is no news, one that stands open since the night is not closed by the morning.
        bool? active = severity is null && open == true ? null : open;
        return book.SetAsync(new CabinetSign(CabinetAlarms.DoorOpen, contact.Name, severity ?? CabinetSeverity.Notice), active, ct);
    }
}
