using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store.Writing;

namespace EdgeGateway.Store.Retention;

/// <summary>Looks once a second whether there is work of the store's own, and puts it into the writer's queue step by step.</summary>
internal sealed class Housekeeper : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly WriteQueue _queue;
    private readonly Housekeeping _housekeeping;
    private readonly CommittedState _committed;
    private readonly Outlook _outlook;
    private readonly ITimer _timer;
    private Task _work = Task.CompletedTask;
    private int _busy;

    public Housekeeper(WriteQueue queue, Housekeeping work, CommittedState committed, Outlook outlook, TimeProvider time)
    {
        (_queue, _housekeeping, _committed, _outlook) = (queue, work, committed, outlook);
        _timer = time.CreateTimer(static self => ((Housekeeper)self!).Look(), this, s_look, s_look);
    }

    /// <summary>Completes when nothing of what the last look found is left to do.</summary>
    public Task Idle => Volatile.Read(ref _work);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (Interlocked.Exchange(ref _busy, 1) == 0)
        {
            Volatile.Write(ref _work, WorkAsync());
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            _outlook.Look(_committed.Totals);
            bool more = _housekeeping.MayBeDue(_committed.Totals);
            while (more)
            {
                var step = new HousekeepingChore(_housekeeping);
                await _queue.Do(step).ConfigureAwait(false);
                more = step.More;
            }
        }
        catch (Exception e) when (e is StoreRefusedException or ObjectDisposedException or IOException)
        {
            // Refused, or closing: the next look tries again, or nobody does.
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }
}
