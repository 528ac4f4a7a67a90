using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>One UPS of a server.</summary>
internal sealed class UpsWatch(DriverContext context, NutOptions options, string name, AlarmBook book)
{
    private readonly LostWatch _lost = new(context, book, name, options.LostAfter);

    public UpsState Latest { get; private set; } = new(name);

    /// <returns>Whether its status is another than before.</returns>
    /// <exception cref="DeviceFaultException">The server is gone, or knows no such UPS any more.</exception>
    public async Task<bool> TakeAsync(NutPeer peer, CancellationToken ct)
    {
        var before = Latest;
        var lines = await peer.ListAsync(NutQuestion.ListVariables(name), NutWord.Variable, ct).ConfigureAwait(false);
        if (lines is [{ Word: NutWord.Error } refusal])
        {
            Latest = NutRefusal.IsStale(refusal.Code) ? new UpsState(name) : throw NutRefusal.Of(refusal.Code, options.Server);
            await _lost.TakeAsync(SensorTrouble.Broken, ct).ConfigureAwait(false);
            return Latest.Status != before.Status;
        }

        Latest = NutMapping.State(name, Variables(lines));
        await _lost.TakeAsync(Latest.OnBattery is null && Latest.Status is null ? SensorTrouble.NotANumber : null, ct).ConfigureAwait(false);
        await TellAsync(ct).ConfigureAwait(false);
        return Latest.Status != before.Status;
    }

    /// <summary>The server itself is away: nobody knows how the UPS is.</summary>
    public Task LoseAsync(CancellationToken ct) => book.LoseAsync(name, ct);

    private async Task TellAsync(CancellationToken ct)
    {
        await book.SetAsync(new CabinetSign(CabinetAlarms.MainsLost, name, CabinetSeverity.Critical, Latest.InputVoltageV, Unit: Latest.InputVoltageV is null ? null : "V"), Latest.OnBattery, ct).ConfigureAwait(false);
        await book.SetAsync(new CabinetSign(CabinetAlarms.BatteryLow, name, CabinetSeverity.Critical, Latest.ChargePercent, Unit: Latest.ChargePercent is null ? null : "%"), Latest.LowBattery, ct).ConfigureAwait(false);
        await book.SetAsync(new CabinetSign(CabinetAlarms.BatteryReplace, name, CabinetSeverity.Minor), Latest.ReplaceBattery, ct).ConfigureAwait(false);
    }

    private NutVariables Variables(IReadOnlyList<NutLine> lines)
    {
        var variables = new NutVariables();
        foreach (var line in lines)
        {
            if (line.Arguments[0] != name || !variables.Add(line.Arguments[1], line.Arguments[2]))
            {
                context.Watch.Fault(FaultKind.Garbled, line.Arguments[0] != name ? "nut-other-ups" : "nut-too-many-variables");
            }
        }

        return variables;
    }
}
