using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Onvif;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Protocol.Onvif;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Onvif;

public class OnvifHealthTests
{
    private readonly OnvifHealth _health = new(new HttpCaller(TimeProvider.System), TimeProvider.System);

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(95)]
    public async Task Ask_Device_TellsItsOffsetAndItsName(int seconds)
    {
        await using var device = new OnvifTwin(() => TimeProvider.System.GetUtcNow().AddSeconds(seconds));

        var state = await _health.AskAsync(new OnvifAccess(device.Service, "admin", new Secret("Pass-1234")), TimeSpan.Zero, CancellationToken.None);

        Assert.InRange(state.Offset, TimeSpan.FromSeconds(seconds) - state.Uncertainty, TimeSpan.FromSeconds(seconds) + state.Uncertainty);
        Assert.InRange(state.Uncertainty, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3));
        Assert.Equal(("Acme", null), (state.Device?.Manufacturer, state.Refusal));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Ask_UserIsNotLetIn_TimeIsToldAllTheSame(string? password)
    {
        await using var device = new OnvifTwin(TimeProvider.System.GetUtcNow);

        var state = await _health.AskAsync(new OnvifAccess(device.Service, password is null ? null : "admin", password is null ? null : new Secret(password)), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal((null, "ter:NotAuthorized"), (state.Device, state.Refusal));
    }

    [Fact]
    public async Task Ask_NobodyThere_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            () => _health.AskAsync(new OnvifAccess(new Uri($"http://127.0.0.1:{ScriptedDevice.DeadPort()}/")), TimeSpan.Zero, CancellationToken.None));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 404 no\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("not http\r\n\r\n")]
    public async Task Ask_SomethingElseAnswers_IsGarbled(string answer)
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync(answer, ct);
        });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            () => _health.AskAsync(new OnvifAccess(new Uri($"http://127.0.0.1:{device.Port}/")), TimeSpan.Zero, CancellationToken.None));

        Assert.Equal(FaultKind.Garbled, fault.Kind);
    }

    [Fact]
    public async Task Ask_AnswerWithoutEnd_IsGarbled()
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync("HTTP/1.1 200 OK\r\n\r\n", ct);
            for (byte[] much = new byte[16 * 1024]; !ct.IsCancellationRequested;)
            {
                await peer.SendAsync(much, ct);
            }
        });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            () => _health.AskAsync(new OnvifAccess(new Uri($"http://127.0.0.1:{device.Port}/")), TimeSpan.Zero, CancellationToken.None));

        Assert.Equal(FaultKind.Garbled, fault.Kind);
    }

    [Fact]
    public async Task Find_DevicesAnswer_EachIsTheOnceAndStrangersAreNot()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerAsync(socket);
        var discovery = new OnvifDiscovery(new DatagramQuestion(TimeProvider.System, IPAddress.Loopback));

        var found = await discovery.FindAsync((IPEndPoint)socket.Client.LocalEndPoint!, TimeSpan.FromMilliseconds(600), CancellationToken.None);

        Assert.Equal(2, await answering);
        var match = Assert.Single(found);
        Assert.Equal("Gate East", match.Name);
    }

    [Fact]
    public async Task Find_NobodyAnswers_EndsInTime()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Empty(await new OnvifDiscovery(new DatagramQuestion(TimeProvider.System)).FindAsync((IPEndPoint)socket.Client.LocalEndPoint!, TimeSpan.FromMilliseconds(100), CancellationToken.None));
    }

    // Answers each of the two probes as the same device, and adds rubbish and an answer to somebody else.
    private static async Task<int> AnswerAsync(UdpClient socket)
    {
        int probes = 0;
        for (; probes < 2; probes++)
        {
            var got = await socket.ReceiveAsync();
            string message = System.Text.RegularExpressions.Regex.Match(System.Text.Encoding.UTF8.GetString(got.Buffer), "urn:uuid:[0-9a-f-]+").Value;
            await socket.SendAsync("rubbish"u8.ToArray(), got.RemoteEndPoint);
            await socket.SendAsync(OnvifAnswers.Match("urn:uuid:00000000-0000-0000-0000-000000000000", "http://192.0.2.99/").AsMemory(), got.RemoteEndPoint);
            await socket.SendAsync(OnvifAnswers.Match(message).AsMemory(), got.RemoteEndPoint);
        }

        return probes;
    }
}
