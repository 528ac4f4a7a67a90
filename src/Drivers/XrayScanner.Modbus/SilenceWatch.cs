using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Ends a conversation in which no unit at all answers any more: a link that is open and dead looks just so.</summary>
internal sealed class SilenceWatch(IReadOnlyList<BeltDesk> desks, TimeProvider time)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(2);

    /// <exception cref="DeviceFaultException"><c>Silent</c>.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        long answered = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(s_glance, time, ct).ConfigureAwait(false);
            answered = desks.All(desk => desk.IsSilent) ? answered : time.GetTimestamp();
            if (time.GetElapsedTime(answered) >= s_limit)
            {
                throw new DeviceFaultException(FaultKind.Silent, "The link is open and no unit answers: check the units' addresses, their power, and on a line its rate and wiring.");
            }
        }
    }
}
