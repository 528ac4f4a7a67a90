using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>A change to the store that is not an append. It rides in the next commit.</summary>
internal abstract class Chore
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the change is committed and synced.</summary>
    public Task Done => _done.Task;

    /// <summary>Why the change was not kept; null while all is well.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Makes the change inside the writer's transaction; again when the first transaction failed.</summary>
    public abstract void Write(StoreTables tables, Totals totals);

    /// <summary>What may only happen once the change is safe, on the writer's thread.</summary>
    public virtual void Committed(StoreTables tables)
    {
    }

    public void Complete()
    {
        if (Refusal is { } refusal)
        {
            _done.SetException(refusal);
        }
        else
        {
            _done.SetResult();
        }
    }
}
