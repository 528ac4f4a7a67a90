using System.Threading.Tasks.Sources;

namespace EdgeGateway.Store.Writing;

/// <summary>
/// One append from call to commit. Tickets are used again, so that an append makes no garbage of its own.
/// </summary>
internal sealed class AppendTicket(TicketPool pool) : IValueTaskSource<Appended>
{
    private const int Waits = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private ManualResetValueTaskSourceCore<Appended> _outcome = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private bool _cancellable;
    private int _state;

    public PendingReading Reading { get; private set; } = null!;

    /// <summary>Bytes of the reading and its files.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes of those of its files that are kept until somebody asks.</summary>
    public long OnDemandBytes { get; private set; }

    /// <summary>The earlier append of the same commit whose native key this one repeats.</summary>
    public AppendTicket? Original { get; set; }

    /// <summary>True when the native key was known, from an earlier commit or from this one.</summary>
    public bool Duplicate { get; set; }

    /// <summary>The number given; 0 for none.</summary>
    public long Seq { get; set; }

    /// <summary>True when its files are given up, and it goes on without them.</summary>
    public bool WithoutFiles { get; set; }

    /// <summary>Why the reading is not kept; null while all is well.</summary>
    public Exception? Refusal { get; set; }

    public ValueTask<Appended> Outcome => new(this, _outcome.Version);

    public void Fill(PendingReading reading)
    {
        Reading = reading;
        OnDemandBytes = 0;
        Bytes = reading.Tail.Length + (reading.Parcel?.Put.Body.Length ?? 0);
        for (int i = 0; i < reading.Attachments.Count; i++)
        {
            Bytes += reading.Attachments[i].Content.Length;
            OnDemandBytes += reading.Attachments[i].OnDemand ? reading.Attachments[i].Content.Length : 0;
        }
    }

    /// <summary>Lets the caller give up while the ticket stands at the door. Such a ticket is not used again: a late cancel could hit its next owner.</summary>
    public void CancelBy(CancellationToken ct)
    {
        _cancellable = true;
        _cancellation = ct.UnsafeRegister(static (ticket, token) => ((AppendTicket)ticket!).Cancel(token), this);
    }

    /// <returns>False when the caller has given up.</returns>
    public bool Take()
    {
        if (!_cancellable)
        {
            return true;
        }

        _cancellation.Unregister();
        return Interlocked.CompareExchange(ref _state, Taken, Waits) == Waits;
    }

    public void Complete(string epoch)
    {
        if (Refusal is { } refusal)
        {
            _outcome.SetException(refusal);
        }
        else
        {
            _outcome.SetResult(Duplicate ? new Appended("", 0, true) : new Appended(epoch, Seq, false));
        }
    }

    public Appended GetResult(short token)
    {
        try
        {
            return _outcome.GetResult(token);
        }
        finally
        {
            Recycle();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _outcome.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _outcome.OnCompleted(continuation, state, token, flags);

    private void Cancel(CancellationToken ct)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waits) == Waits)
        {
            _outcome.SetException(new OperationCanceledException(ct));
        }
    }

    private void Recycle()
    {
        if (_cancellable)
        {
            return;
        }

        _outcome.Reset();
        Reading = null!;
        Original = null;
        Refusal = null;
        Duplicate = false;
        WithoutFiles = false;
        Seq = 0;
        pool.Return(this);
    }
}
