using System.Net;
using System.Net.Sockets;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Sim.Platform;

/// <summary>
/// A small MQTT broker in memory, version 5 and 3.1.1, QoS 0 and 1, that misbehaves on request. Stands in for the platform
/// where no real broker can be installed, and where a real one would be too well-behaved. No TLS, no passwords.
/// </summary>
public sealed class PlatformEndpoint : IAsyncDisposable
{
    private readonly PlatformLinks _links = new();
    private readonly List<Task> _running = [];
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    /// <param name="time">Clock of keep-alive.</param>
    public PlatformEndpoint(TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        Faults = new PlatformFaults(_links);
    }

    /// <summary>Misbehaviour, changeable at any time.</summary>
    public PlatformFaults Faults { get; }

    /// <summary>Hears of every PUBLISH before its sender is answered; called from many threads.</summary>
    public Action<ReceivedPublish>? OnPublish { get; set; }

    /// <summary>Keeps and confirms what comes; null: nobody does.</summary>
    public PlatformConsumer? Consumer { get; set; }

    /// <summary>The TCP port on 127.0.0.1 once started.</summary>
    public int Port { get; private set; }

    /// <summary>Client ids with a link now.</summary>
    public IReadOnlyList<string> Clients => [.. _links.All.Select(l => l.ClientId).Where(id => id.Length > 0)];

    internal TimeProvider Time { get; }

    internal PlatformBroker Broker { get; } = new();

    /// <summary>Listens. After <see cref="StopAsync"/> it may be started again: sessions and retained messages are still there.</summary>
    /// <param name="port">0: any free one, see <see cref="Port"/>.</param>
    public Task StartAsync(int port = 0)
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync(_listener);
        return Task.CompletedTask;
    }

    /// <summary>Cuts every link and listens no more, as a broker that lost its power.</summary>
    public async Task StopAsync()
    {
        _listener?.Dispose();
        await _accepting.ConfigureAwait(false);
        Faults.HalfOpen = false;
        Faults.Cut();
        Task[] running;
        lock (_running)
        {
            running = [.. _running];
            _running.Clear();
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    /// <summary>Publishes in the platform's own name.</summary>
    /// <returns>How many sessions take it.</returns>
    public int Publish(string topic, ReadOnlyMemory<byte> payload, int qos = 1, bool retain = false) =>
        Broker.Route(new PublishPacket { Topic = topic, Payload = payload, QoS = qos, Retain = retain }, null);

    public ValueTask DisposeAsync() => new(StopAsync());

    /// <returns>How many take it, the consumer included.</returns>
    internal int Route(PublishPacket packet, PlatformSession? session) =>
        Broker.Route(packet, session) + (Consumer?.Listens(packet.Topic) == true ? 1 : 0);

    internal void Tell(ReceivedPublish publish)
    {
        Consumer?.Take(publish);
        OnPublish?.Invoke(publish);
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                Socket socket = await listener.AcceptAsync().ConfigureAwait(false);
                socket.NoDelay = true;
                Start(socket);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Start(Socket socket)
    {
        var link = new PlatformLink(socket, this);
        _links.Add(link);
        Task running = ServeAsync(link);
        lock (_running)
        {
            _running.RemoveAll(task => task.IsCompleted);
            _running.Add(running);
        }
    }

    private async Task ServeAsync(PlatformLink link)
    {
        await link.RunAsync().ConfigureAwait(false);
        _links.Remove(link);
    }
}
