using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Asks everything of a printer once.</summary>
internal sealed class PrinterQuestions(DriverContext context, SnmpPeer peer)
{
    private readonly TableWalk _walk = new(peer, context, WalkLimits.Usual);
    private readonly ObjectRound _round = new(peer, context.Watch);

    /// <exception cref="DeviceFaultException">It does not answer, or does not let us in.</exception>
    public async Task<PrinterAnswers> AskAsync(CancellationToken ct)
    {
        var system = await _round.AskAsync([SystemMib.UpTime], ct).ConfigureAwait(false);
        return new PrinterAnswers
        {
            UpTime = system[SystemMib.UpTime].Value?.Count,
            Supplies = await _walk.AskAsync(PrinterMib.Supplies, ct).ConfigureAwait(false),
            Inputs = await _walk.AskAsync(PrinterMib.Inputs, ct).ConfigureAwait(false),
            Markers = await _walk.AskAsync(PrinterMib.Markers, ct).ConfigureAwait(false),
            Covers = await _walk.AskAsync(PrinterMib.Covers, ct).ConfigureAwait(false),
            Alerts = await _walk.AskAsync(PrinterMib.Alerts, ct).ConfigureAwait(false),
            Printers = await _walk.AskAsync(PrinterMib.Printers, ct).ConfigureAwait(false),
        };
    }
}
