using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// Tells a library of every hit until it says 0 (plate-camera.md section 8): oldest first for each host, longer and longer
/// pauses for a host that does not take them, the same NotificationID always. What is not told when the link ends stays
/// with the desk and comes again.
/// </summary>
public sealed class NoticeLoop(IHotListDesk desk, NoticeSender sender, DriverContext context, Random random)
{
    /// <summary>Held here at one time; what is beyond waits at the desk, on disk.</summary>
    private const int MostWaiting = 1024;

    private readonly NoticeTargets _targets = new(random);
    private readonly List<WaitingNotice> _waiting = [];

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="DeviceFaultException">The library does not take our registration any more.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var notices = Channel.CreateBounded<HotListNotice>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var feeding = FeedAsync(notices.Writer, stop.Token);
        try
        {
            await SendAsync(notices.Reader, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FeedAsync(ChannelWriter<HotListNotice> notices, CancellationToken ct)
    {
        Exception? error = null;
        try
        {
            await foreach (var notice in desk.NoticesAsync(context.Device, ct).ConfigureAwait(false))
            {
                await notices.WriteAsync(notice, ct).ConfigureAwait(false);
            }
        }
        catch (Exception caught) when (caught is not OperationCanceledException)
        {
            error = caught;
        }
        finally
        {
            notices.TryComplete(error);
        }
    }

    private async Task SendAsync(ChannelReader<HotListNotice> notices, CancellationToken ct)
    {
        while (true)
        {
            Collect(notices);
            var now = context.Time.GetUtcNow();
            int due = _waiting.FindIndex(one => Due(one) <= now);
            if (due >= 0)
            {
                await SendOneAsync(due, ct).ConfigureAwait(false);
            }
            else
            {
                await WaitAsync(notices, now, ct).ConfigureAwait(false);
            }
        }
    }

    private DateTimeOffset Due(WaitingNotice one) => _targets.Due(one.Target) is var host && host > one.Due ? host : one.Due;

    private void Collect(ChannelReader<HotListNotice> notices)
    {
        while (_waiting.Count < MostWaiting && notices.TryRead(out var notice))
        {
            if (sender.Target(notice) is { } target)
            {
                _waiting.Add(new WaitingNotice(notice, target));
            }
            else
            {
                context.Watch.Fault(FaultKind.Misconfigured, "receive-address-not-allowed");
                LibraryLog.AddressNotAllowed(context.Log, notice.Entry.Id, notice.Entry.NotifyAt ?? string.Empty);
            }
        }
    }

    private async Task SendOneAsync(int index, CancellationToken ct)
    {
        var one = _waiting[index];
        var (notice, target) = (one.Notice, one.Target);
        switch (await sender.SendAsync(notice, target, ct).ConfigureAwait(false))
        {
            case NoticeEnd.Away:
                _targets.Failed(target, context.Time.GetUtcNow());
                return;
            case NoticeEnd.Refused:
                _targets.Took(target);
                one.Refused(context.Time.GetUtcNow(), random);
                return;
            default:
                _targets.Took(target);
                _waiting.RemoveAt(index);
                break;
        }

        try
        {
            await desk.AnsweredAsync(notice, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // It is told again after the next start, under the same id: the library knows it already.
            context.Watch.Fault(FaultKind.Busy, "notice-not-noted");
        }
    }

    /// <summary>Until a host may be tried again, or something new comes.</summary>
    private async Task WaitAsync(ChannelReader<HotListNotice> notices, DateTimeOffset now, CancellationToken ct)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var more = _waiting.Count < MostWaiting ? notices.WaitToReadAsync(wake.Token).AsTask() : Task.Delay(Timeout.InfiniteTimeSpan, context.Time, wake.Token);
        var due = _waiting.Count == 0 ? Timeout.InfiniteTimeSpan : _waiting.Min(Due) - now;
        await Task.WhenAny(more, Task.Delay(due, context.Time, wake.Token)).ConfigureAwait(false);
        await wake.CancelAsync().ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        if (more.IsCompletedSuccessfully && more is Task<bool> { Result: false })
        {
            await notices.Completion.ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Ended, "Nothing more is found for this library: the gateway stops.");
        }

        if (more.IsFaulted)
        {
            await more.ConfigureAwait(false);
        }
    }
}
