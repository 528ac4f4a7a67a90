using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>A serial line behind a serial server.</summary>
public sealed class SerialServerTests : SerialLineContract
{
    private readonly TcpFarEnd _far = new();
    private readonly Socket _bound = Bound();

    protected override string Port => FormattableString.Invariant($"tcp://127.0.0.1:{_far.Port}");

    /// <summary>A port that is taken and where nobody listens.</summary>
    protected override string Nowhere => FormattableString.Invariant($"tcp://127.0.0.1:{((IPEndPoint)_bound.LocalEndPoint!).Port}");

    protected override ISerialLines Lines(TimeProvider time) => new SerialLines(time);

    protected override Task PlugAsync() => Task.CompletedTask;

    protected override Task UnplugAsync() => _far.CutAsync(Limit.Token);

    protected override Task SendAsync(byte[] bytes) => _far.SendAsync(bytes, Limit.Token);

    protected override Task<byte[]> TakeAsync(int count) => _far.TakeAsync(count, Limit.Token);

    public override Task DisposeAsync()
    {
        _far.Dispose();
        _bound.Dispose();
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://:4001")]
    [InlineData("tcp://127.0.0.1:4001/raw")]
    [InlineData("tcp://user@127.0.0.1:4001")]
    public async Task Open_NoAddress_IsMisconfigured(string port)
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Lines(TimeProvider.System).OpenAsync(new SerialSettings(port), Limit.Token));

        Assert.Equal(FaultKind.Misconfigured, fault.Kind);
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
