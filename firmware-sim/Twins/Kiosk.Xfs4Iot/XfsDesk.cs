using System.Collections.Concurrent;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>What stands behind one address of the kiosk: the publisher, or a service. Commands to it queue; events go to everybody who is connected.</summary>
/// <param name="name">As in its address; empty for the publisher.</param>
/// <param name="interfaces">Which commands it has.</param>
internal abstract class XfsDesk(string name, IReadOnlyList<string> interfaces) : IDisposable
{
    private readonly ConcurrentDictionary<XfsClient, byte> _clients = new();

    public string Name => name;

    public IReadOnlyList<string> Interfaces => interfaces;

    public IReadOnlyCollection<XfsClient> Clients => (IReadOnlyCollection<XfsClient>)_clients.Keys;

    /// <summary>Held by the command that the device is at.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Held while something is said, so that an answer and the events around it agree.</summary>
    protected Lock Pen { get; } = new();

    public void Join(XfsClient client) => _clients[client] = 0;

    public void Leave(XfsClient client) => _clients.TryRemove(client, out _);

    /// <returns>The status of the acknowledge; null when the command is taken.</returns>
    public virtual string? Refusal(XfsCommand command) => null;

    /// <summary>How long the device is at it.</summary>
    public virtual TimeSpan Takes(XfsCommand command) => TimeSpan.Zero;

    /// <summary>Answers to one client.</summary>
    public XfsEnd Complete(XfsCommand command, XfsClient client)
    {
        lock (Pen)
        {
            XfsReply reply = Reply(command);
            client.Manners.Answered(client, command, reply.End);
            foreach (byte[] message in reply.Before)
            {
                client.Post(message);
            }

            client.Post(reply.Completion);
            Told(command, reply.End, client);
            return reply.End;
        }
    }

    public void Dispose() => Turn.Dispose();

    /// <summary>Called with <see cref="Pen"/> held.</summary>
    protected abstract XfsReply Reply(XfsCommand command);

    /// <summary>A client has been answered. Called with <see cref="Pen"/> held.</summary>
    protected virtual void Told(XfsCommand command, XfsEnd end, XfsClient client)
    {
    }

    /// <summary>To everybody. Call with <see cref="Pen"/> held.</summary>
    protected void Post(byte[] message)
    {
        foreach (XfsClient client in _clients.Keys)
        {
            client.Post(message);
        }
    }
}
