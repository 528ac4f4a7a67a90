namespace EdgeGateway.Store.Writing;

/// <summary>What goes into one commit.</summary>
internal sealed class WriteBatch
{
    public List<AppendTicket> Appends { get; } = [];

    public List<Chore> Chores { get; } = [];

    public bool Empty => Appends.Count == 0 && Chores.Count == 0;

    public void Complete(string epoch)
    {
        foreach (Chore chore in Chores)
        {
            chore.Complete();
        }

        foreach (AppendTicket append in Appends)
        {
            append.Complete(epoch);
        }

        Chores.Clear();
        Appends.Clear();
    }
}
