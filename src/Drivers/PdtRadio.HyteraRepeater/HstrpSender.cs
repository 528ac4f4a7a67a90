using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>
/// Our own data on one port, in lock-step. A repeater that ignores our numbers is cured while the others wait (pdt-radio.md
/// section 15, Q5): a frame that went out in between would bring the old numbers back, and its failure would end the conversation.
/// </summary>
/// <param name="write">Puts bytes on the wire.</param>
/// <param name="hears">Whether heartbeats are answered, so that only our numbers can be wrong.</param>
/// <param name="session">Patience, clock and counters.</param>
internal sealed class HstrpSender(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, Func<bool> hears, HstrpSession session)
{
    private const int HalfWay = 0x8000;

    private readonly LockStep _steps = Steps(write, session);
    private readonly Turn _turn = new();
    private bool _seeded;

    /// <summary>Takes a number.</summary>
    public ushort Next() => _steps.Next();

    /// <summary>An acknowledgement came in.</summary>
    public void Acknowledged(ushort number) => _steps.Acknowledged(number);

    /// <param name="frame">Makes the bytes for a number.</param>
    /// <param name="ct">Gives up; the repeater may have it all the same.</param>
    /// <returns>False when it was never acknowledged, under whatever number.</returns>
    public async Task<bool> SendAsync(Func<ushort, byte[]> frame, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        if (await _steps.SendAsync(frame, ct).ConfigureAwait(false))
        {
            return true;
        }

        session.Watch.Fault(FaultKind.Silent, LinkFaults.Timeout);
        return await SendSeededAsync(frame, ct).ConfigureAwait(false);
    }

    /// <summary>
    /// It hears us and acknowledges nothing: it waits for numbers beyond those of our life before a restart (Q5). Which of two
    /// numbers on a circle is the later one depends on where it stopped, so the opposite one is tried too.
    /// </summary>
    private async Task<bool> SendSeededAsync(Func<ushort, byte[]> frame, CancellationToken ct)
    {
        ushort seed = (ushort)session.Time.GetUtcNow().ToUnixTimeSeconds();
        ushort[] seeds = !_seeded && hears() ? [seed, (ushort)(seed + HalfWay)] : [];
        _seeded = true;
        foreach (ushort one in seeds)
        {
            _steps.Seed(one);
            if (await _steps.SendAsync(frame, ct).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static LockStep Steps(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, HstrpSession session)
    {
        var steps = new LockStep(write, new LockStepRules(session.Rules.AckTimeout, session.Rules.Retries, FirstNumber: 1), session.Time);
        steps.SentAgain += () => session.Watch.Fault(FaultKind.Silent, LinkFaults.Retry);
        return steps;
    }
}
