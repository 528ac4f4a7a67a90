using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>What the links to one repeater have in common, and the work that waits for the disk.</summary>
internal sealed class HstrpSession
{
    private readonly DriverContext _context;
    private readonly InboundWork<HstrpInbound> _inbound;
    private HdapTaker? _take;
    private TaskCompletionSource _anew = New();

    /// <param name="rules">How patient we are.</param>
    /// <param name="context">Clock and counters.</param>
    public HstrpSession(HstrpRules rules, DriverContext context)
    {
        (Rules, _context) = (rules, context);
        _inbound = new InboundWork<HstrpInbound>(HandleAsync);
    }

    public HstrpRules Rules { get; }

    public TimeProvider Time => _context.Time;

    public IDeviceWatch Watch => _context.Watch;

    /// <summary>Why the conversation is over.</summary>
    public ConversationEnd End { get; } = new();

    /// <summary>Completes when the repeater next begins anew.</summary>
    public Task Anew => Volatile.Read(ref _anew).Task;

    /// <summary>It connected to us again while it was connected.</summary>
    public void BegunAnew() => Interlocked.Exchange(ref _anew, New()).TrySetResult();

    /// <returns>False when there is no room: it is not acknowledged and comes again.</returns>
    public bool TryTake(HstrpInbound data) => _inbound.TryTake(data);

    /// <summary>Makes safe what comes in, until it is stopped.</summary>
    public Task RunAsync(HdapTaker take, CancellationToken ct)
    {
        _take = take;
        return _inbound.RunAsync(ct);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task HandleAsync(HstrpInbound data, CancellationToken ct)
    {
        bool safe = false;
        try
        {
            var route = new RadioRoute(default, Slot: data.Frame.Slot ?? data.Link.Place.Slot, Back: data.From);
            var taken = Read(data.Frame) is { } message ? await _take!(message, route, ct).ConfigureAwait(false) : HdapTaken.Nothing;
            safe = true;
            await data.Link.AcknowledgeAsync(data.Frame, ct).ConfigureAwait(false);
            taken.Acknowledged?.Invoke();
            foreach (var answer in taken.Answers)
            {
                await data.Link.SendAsync(answer, ct).ConfigureAwait(false);
            }
        }
        catch (StoreRefusedException)
        {
            data.Link.Failed(data.Frame);
            Watch.Fault(FaultKind.Busy, LinkFaults.NotSafe);
        }
        catch (DeviceFaultException) when (End.IsOver)
        {
            // Whoever runs the conversation is told by its end.
        }
        finally
        {
            if (!safe)
            {
                data.Link.Failed(data.Frame);
            }
        }
    }

    /// <returns>Null for what is acknowledged and not understood: voice, an empty frame, a broken message.</returns>
    private HdapMessage? Read(HstrpFrame frame)
    {
        if (frame.Payload.IsEmpty || frame.Options.Any(option => option.Command == HstrpOption.Realtime))
        {
            return null;
        }

        var message = HdapMessage.TryRead(frame.Payload.Span, out string? fault, Rules.AcceptUnverified);
        if (fault is not null)
        {
            Watch.Garbled(fault);
        }

        return message;
    }
}
