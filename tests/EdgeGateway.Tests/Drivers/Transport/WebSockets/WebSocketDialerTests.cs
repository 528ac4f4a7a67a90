using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport.WebSockets;

public sealed class WebSocketDialerTests : IDisposable
{
    private const string Kiosk = "/xfs4iot/v1.0/IdSlot/";

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));
    private readonly WebSocketDialer _dialer = new(new TcpDialer(), TimeProvider.System);
    private readonly WebSocketDoor _door = new();

    public void Dispose()
    {
        _door.Dispose();
        _patience.Dispose();
    }

    [Fact]
    public async Task Dial_ARightServer_SaysWhatItMustAndNothingElse()
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk));
        using var guest = await _door.AcceptAsync();
        await guest.UpgradeAsync();
        await using var link = await dialing;

        Assert.StartsWith($"GET {Kiosk} HTTP/1.1\r\n", guest.Head, StringComparison.Ordinal);
        Assert.Equal($"127.0.0.1:{_door.Port}", guest.Header("Host"));
        Assert.Equal("13", guest.Header("Sec-WebSocket-Version"));
        Assert.All(["Cookie", "Authorization", "Origin", "Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol", "Proxy-Connection"], name => Assert.Null(guest.Header(name)));
    }

    [Theory]
    [InlineData("localhost:5846", "/xfs4iot/v1.0/IdSlot/")]
    [InlineData("kiosk-7", "/XFS4IoT/v1.0")]
    [InlineData("[::1]:5846", "/a%2Fb/../c/./d//")]
    public async Task Dial_AnotherHostHeader_GoesOutAsItIsAndSoDoesThePath(string host, string path)
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, path, host));
        using var guest = await _door.AcceptAsync();
        await guest.UpgradeAsync();
        await using var link = await dialing;

        Assert.Equal(host, guest.Header("Host"));
        Assert.Equal(path, guest.Path);
    }

    [Theory]
    [InlineData("no-slash", null)]
    [InlineData("/a b", null)]
    [InlineData("/a\r\nX-Evil: 1", null)]
    [InlineData("/a#b", null)]
    [InlineData("/名", null)]
    [InlineData("", null)]
    [InlineData("/", "evil\r\nX: 1")]
    [InlineData("/", "a/b")]
    [InlineData("/", "")]
    public async Task Dial_WhatNoAddressHas_IsUnsupportedAndNotSent(string path, string? host) =>
        await FaultAsync(FaultKind.Unsupported, DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, path, host)));

    [Theory]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n", FaultKind.Refused, "401")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", FaultKind.Refused, "403")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", FaultKind.Unsupported, "404")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", FaultKind.Unsupported, "302")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", FaultKind.Unsupported, "200")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", FaultKind.Unsupported, "101")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", FaultKind.Unsupported, "no web server")]
    public async Task Dial_NoWebSocketThere_IsTold(string answer, FaultKind kind, string says)
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk));
        using var guest = await _door.AcceptAsync();
        await guest.WriteAsync(answer);

        Assert.Contains(says, await FaultAsync(kind, dialing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_TheWrongKeyComesBack_IsUnsupported()
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk));
        using var guest = await _door.AcceptAsync();
        await guest.UpgradeAsync("AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        await FaultAsync(FaultKind.Unsupported, dialing);
    }

    [Fact]
    public async Task Dial_AnEndlessHead_IsUnsupported()
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk));
        using var guest = await _door.AcceptAsync();
        await guest.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nX: ");
        await Record.ExceptionAsync(() => guest.WriteAsync(new string('x', 200_000)));

        await FaultAsync(FaultKind.Unsupported, dialing);
    }

    [Fact]
    public async Task Dial_CutInTheMiddleOfTheHead_IsUnreachable()
    {
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk));
        using (var guest = await _door.AcceptAsync())
        {
            await guest.WriteAsync("HTTP/1.1 101 Swit");
        }

        await FaultAsync(FaultKind.Unreachable, dialing);
    }

    [Fact]
    public async Task Dial_NobodyThere_IsUnreachable()
    {
        int port = _door.Port;
        _door.Dispose();

        Assert.Contains("nothing listens", await FaultAsync(FaultKind.Unreachable, DialAsync(new WebSocketTarget("127.0.0.1", port, Kiosk))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_GivenUpWhileTheServerIsMute_IsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        var dialing = _dialer.DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, Kiosk), cancel.Token);
        using var guest = await _door.AcceptAsync();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dialing.WaitAsync(_patience.Token));
        Assert.Equal(0xFF, (await guest.TakeAsync()).Opcode);
    }

    [Fact]
    public async Task Dial_Tls_TheAddressTheNameAndTheHostMayDiffer()
    {
        using var door = new WebSocketDoor("kiosk-7.hall");
        string ca = Path.GetTempFileName();
        await File.WriteAllTextAsync(ca, door.CertificatePem);
        try
        {
            var dialing = DialAsync(new WebSocketTarget("127.0.0.1", door.Port, Kiosk, "other", new TlsSettings { CaFile = ca, ServerName = "kiosk-7.hall" }));
            using var guest = await door.AcceptAsync();
            await guest.UpgradeAsync();
            await using var link = await dialing;
            await guest.SayAsync("hello");

            Assert.Equal("hello"u8.ToArray(), (await link.NextAsync(_patience.Token))!.Value.Bytes.ToArray());
            Assert.Equal("other", guest.Header("Host"));
        }
        finally
        {
            File.Delete(ca);
        }
    }

    [Fact]
    public async Task Dial_TlsWithAStranger_IsUnreachableAndSaysWhy()
    {
        using var door = new WebSocketDoor("kiosk-7.hall");
        var dialing = DialAsync(new WebSocketTarget("127.0.0.1", door.Port, Kiosk, Tls: new TlsSettings()));
        await Record.ExceptionAsync(door.AcceptAsync);

        Assert.Contains("certificate", await FaultAsync(FaultKind.Unreachable, dialing), StringComparison.Ordinal);
    }

    private static async Task<string> FaultAsync(FaultKind kind, Task<IWebSocketLink> dialing)
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => dialing);
        Assert.Equal(kind, fault.Kind);
        return fault.Message;
    }

    private Task<IWebSocketLink> DialAsync(WebSocketTarget target) => _dialer.DialAsync(target, _patience.Token);
}
