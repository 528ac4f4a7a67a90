namespace EdgeGateway.Store.Writing;

/// <summary>Tickets that are not in use, as many as one or two commits take.</summary>
internal sealed class TicketPool
{
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Stack<AppendTicket> _free = new();

    public AppendTicket Rent()
    {
        lock (_gate)
        {
            return _free.TryPop(out AppendTicket? ticket) ? ticket : new AppendTicket(this);
        }
    }

    public void Return(AppendTicket ticket)
    {
        lock (_gate)
        {
            if (_free.Count < Most)
            {
                _free.Push(ticket);
            }
        }
    }
}
