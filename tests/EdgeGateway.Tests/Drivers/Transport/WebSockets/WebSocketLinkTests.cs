using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.WebSockets;

public sealed class WebSocketLinkTests : IAsyncLifetime
{
    private const int Most = 100_000;

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));
    private readonly FakeTimeProvider _time = new();
    private readonly WebSocketDoor _door = new();
    private WebSocketGuest? _guest;
    private IWebSocketLink? _link;

    private WebSocketGuest Guest => _guest!;

    private IWebSocketLink Link => _link!;

    public async Task InitializeAsync()
    {
        var dialing = new WebSocketDialer(new TcpDialer(), _time).DialAsync(new WebSocketTarget("127.0.0.1", _door.Port, "/", MostBytes: Most), _patience.Token);
        _guest = await _door.AcceptAsync();
        await Guest.UpgradeAsync();
        _link = await dialing;
    }

    public async Task DisposeAsync()
    {
        Guest.Dispose();
        await Link.DisposeAsync();
        _door.Dispose();
        _patience.Dispose();
    }

    [Fact]
    public async Task Next_TextBinaryAndFragments_AreWholeMessages()
    {
        await Guest.SayAsync("one");
        await Guest.FrameAsync(WebSocketGuest.Binary, "two"u8.ToArray());
        await Guest.FrameAsync(WebSocketGuest.Text, "th"u8.ToArray(), last: false);
        await Guest.FrameAsync(WebSocketGuest.Ping, "between"u8.ToArray());
        await Guest.FrameAsync(WebSocketGuest.Continuation, "re"u8.ToArray(), last: false);
        await Guest.FrameAsync(WebSocketGuest.Continuation, "e"u8.ToArray());
        await Guest.SayAsync(string.Empty);

        Assert.Equal("one", await NextAsync());
        Assert.Equal("two", await NextAsync());
        Assert.Equal("three", await NextAsync());
        Assert.Equal(string.Empty, await NextAsync());
    }

    [Fact]
    public async Task Next_ByteByByte_IsTheSameMessage()
    {
        var next = NextAsync();
        foreach (byte one in (byte[])[.. WebSocketGuest.FrameHead(WebSocketGuest.Text, 200), .. Encoding.UTF8.GetBytes(new string('a', 200))])
        {
            await Guest.WriteAsync([one]);
        }

        Assert.Equal(new string('a', 200), await next);
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(65536)]
    [InlineData(Most)]
    public async Task Next_UpToTheLimit_IsTaken(int length)
    {
        await Guest.SayAsync(new string('b', length));
        await Guest.SayAsync("behind");

        Assert.Equal(length, (await NextAsync())!.Length);
        Assert.Equal("behind", await NextAsync());
    }

    [Fact]
    public async Task Next_BeyondTheLimit_IsSkippedToItsEndAndTheNextIsRead()
    {
        await Guest.SayAsync(new string('c', Most + 1));
        await Guest.FrameAsync(WebSocketGuest.Text, new byte[Most], last: false);
        await Guest.FrameAsync(WebSocketGuest.Continuation, new byte[1]);
        await Guest.SayAsync("behind");

        Assert.Null(await NextAsync());
        Assert.Null(await NextAsync());
        Assert.Equal("behind", await NextAsync());
    }

    [Fact]
    public async Task Next_FortyMegabytesInParts_IsSkippedAsOne()
    {
        var sending = SendHugeAsync();

        Assert.Null(await NextAsync());
        await sending;
        await Guest.SayAsync("behind");
        Assert.Equal("behind", await NextAsync());
    }

    [Fact]
    public async Task Next_AFrameThatPromisesMoreThanThereIsMemory_TakesNone()
    {
        await Guest.WriteAsync(WebSocketGuest.FrameHead(WebSocketGuest.Binary, long.MaxValue));
        await Guest.WriteAsync(new byte[3 * Most]);
        Guest.Drop();

        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task Next_Ping_IsAnsweredAndHeard()
    {
        long at = Link.LastHeard;
        var next = NextAsync();
        _time.Advance(TimeSpan.FromSeconds(31));
        await Guest.FrameAsync(WebSocketGuest.Ping, "p1"u8.ToArray());

        var (opcode, payload) = await Guest.TakeAsync();
        Assert.Equal((WebSocketGuest.Pong, "p1"), (opcode, Encoding.ASCII.GetString(payload)));
        Assert.Equal(TimeSpan.FromSeconds(31), _time.GetElapsedTime(at, Link.LastHeard));
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Next_AnUnaskedPong_IsHeard()
    {
        long at = Link.LastHeard;
        var next = NextAsync();
        _time.Advance(TimeSpan.FromSeconds(30));
        await Guest.FrameAsync(WebSocketGuest.Pong, default);

        await Eventually.TrueAsync(() => Link.LastHeard > at, "the pong is heard");
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Next_CloseFrame_IsAnsweredAndTheEnd()
    {
        await Guest.FrameAsync(WebSocketGuest.Close, new byte[] { 0x03, 0xE8 });

        Assert.Null(await EndAsync());
        Assert.Equal(WebSocketGuest.Close, (await Guest.TakeAsync()).Opcode);
    }

    [Fact]
    public async Task Next_TcpEndsWithoutAClose_IsTheEnd()
    {
        await Guest.SayAsync("last");
        Guest.Drop();

        Assert.Equal("last", await NextAsync());
        Assert.Null(await EndAsync());
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task Next_CutInTheMiddleOfAFrame_IsTheEnd()
    {
        await Guest.WriteAsync([.. WebSocketGuest.FrameHead(WebSocketGuest.Text, 5000), 1, 2, 3]);
        Guest.Drop();

        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task Next_Reset_IsTheEnd()
    {
        var end = EndAsync();
        Guest.Reset();

        Assert.Null(await end);
    }

    [Theory]
    [InlineData(new byte[] { 0xF1, 0x00 })]
    [InlineData(new byte[] { 0x83, 0x00 })]
    [InlineData(new byte[] { 0x81, 0x81, 0, 0, 0, 0, 65 })]
    [InlineData(new byte[] { 0x80, 0x00 })]
    [InlineData(new byte[] { 0x81, 0x02, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x81, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public async Task Next_NoFrame_IsGarbledAndTheEnd(byte[] bytes)
    {
        await Guest.WriteAsync(bytes);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => EndAsync());
        Assert.Equal(FaultKind.Garbled, fault.Kind);
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task Next_Cancelled_ThrowsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        var next = Link.NextAsync(cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Send_Text_IsOneMaskedFrame()
    {
        await Link.SendAsync("{\"a\":1}"u8.ToArray(), _patience.Token);

        Assert.Equal("{\"a\":1}", await Guest.TakeTextAsync());
    }

    [Fact]
    public async Task Send_BehindTheEnd_IsAnIOException()
    {
        Guest.Drop();
        Assert.Null(await EndAsync());

        await Assert.ThrowsAsync<IOException>(() => Link.SendAsync("x"u8.ToArray(), _patience.Token).AsTask());
    }

    [Fact]
    public async Task Dispose_WhileSomebodyReads_SaysGoodbyeAndEndsTheRead()
    {
        var end = EndAsync();

        await Link.DisposeAsync();

        Assert.Null(await end);
        Assert.Equal(WebSocketGuest.Close, (await Guest.TakeAsync()).Opcode);
        await Link.DisposeAsync();
    }

    private async Task SendHugeAsync()
    {
        const int Parts = 40;
        var part = new byte[1024 * 1024];
        for (int i = 0; i < Parts; i++)
        {
            await Guest.FrameAsync(i == 0 ? WebSocketGuest.Binary : WebSocketGuest.Continuation, part, last: i == Parts - 1);
        }
    }

    private async Task<string?> NextAsync()
    {
        var message = await Link.NextAsync(_patience.Token);
        Assert.NotNull(message);
        return message.Value.IsTooLong ? null : Encoding.UTF8.GetString(message.Value.Bytes.Span);
    }

    private async Task<WebSocketMessage?> EndAsync() => await Link.NextAsync(_patience.Token);
}
