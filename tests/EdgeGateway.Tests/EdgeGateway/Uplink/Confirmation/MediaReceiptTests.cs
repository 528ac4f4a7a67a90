using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>The pump of files and the receipts that name them, on a clock that the test moves.</summary>
public sealed class MediaReceiptTests : IAsyncLifetime
{
    private const int Window = 8;
    private const string Online = "{\"online\":true,\"receipts\":true,\"media\":true}";
    private const string Offline = "{\"online\":false,\"receipts\":true,\"media\":true}";

    private static readonly TimeSpan s_patience = ConfirmationRig.Limits.ReceiptPatience;

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConfirmationRig _rig;
    private readonly FakeMqttClient _client = new();
    private MediaPump _pump = null!;

    public MediaReceiptTests() => _rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Auto);

    public Task InitializeAsync() => SayAsync(Online).AsTask();

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Run_EveryPartTaken_FileStaysUntilAReceiptNamesIt()
    {
        string[] files = [await AddAsync(1), await AddAsync(2)];
        Start();
        await AwaitedAsync(2);
        Assert.Equal(2, _store.Status().MediaWaiting);
        await NameAsync(files[0]);
        Assert.Equal(files[1], Assert.Single(_store.Pending(0, 9)).Sha256);
        Assert.Equal(1, _rig.Delivery.Media.Count);
        Assert.Equal(2, _client.Published.Count);
    }

    [Fact]
    public async Task Run_NoReceipt_LargeFileIsSentAgainFromItsFirstPartLaterEachTime()
    {
        const int Parts = 10;
        string file = await AddAsync(7, (Parts * MediaParts.PartBytes) - 3);
        await _store.TakenAsync(_store.Pending(0, 1)[0], 8, default);
        Start();
        await AwaitedAsync(1);
        Assert.Equal([8, 9], _client.Published.Select(Part));
        foreach (int factor in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            int before = _client.Published.Count;
            Look(s_patience * (factor - 0.1));
            Assert.True(_rig.Delivery.Media.Holds(file), $"sent again before {factor} patiences");
            Look(s_patience * 0.2);
            await TickAsync(() => _client.Published.Count == before + Parts, $"the repeat after {factor} patiences");
            await AwaitedAsync(1);
            Assert.Equal(Enumerable.Range(0, Parts), _client.Published.Skip(before).Select(Part));
        }
    }

    [Fact]
    public async Task Look_AReceiptCameMeanwhile_OnlyTheFilesOwnWaitIsLonger()
    {
        string first = await AddAsync(1);
        Start();
        await AwaitedAsync(1);
        Look(s_patience * 1.1);
        await TickAsync(() => _client.Published.Count == 2, "the repeat");
        string second = await AddAsync(2);
        await AwaitedAsync(2);
        await NameAsync(await AddAsync(3));
        Look(s_patience * 1.1);
        Assert.True(_rig.Delivery.Media.Holds(first));
        Assert.False(_rig.Delivery.Media.Holds(second));
    }

    [Fact]
    public async Task Look_PlatformIsAway_WaitsAndBeginsAnewWhenItIsBack()
    {
        string file = await AddAsync(1);
        Start();
        await AwaitedAsync(1);
        await SayAsync(Offline);
        Look(s_patience * 5);
        Assert.True(_rig.Delivery.Media.Holds(file));
        await SayAsync("{\"online\":true,\"receipts\":true}");
        Look(s_patience * 5);
        Assert.True(_rig.Delivery.Media.Holds(file), "a platform that names no files is none to wait for");
        await SayAsync(Online);
        Look(s_patience * 0.9);
        Assert.True(_rig.Delivery.Media.Holds(file));
        Look(s_patience * 0.3);
        Assert.False(_rig.Delivery.Media.Holds(file));
    }

    [Fact]
    public async Task Run_NewLink_SendsOnlyWhatNoBrokerTook()
    {
        await AddAsync(1);
        Start();
        await AwaitedAsync(1);
        var second = new FakeMqttClient();
        await AddAsync(2);
        _ = _pump.RunAsync(LinkOf(second), _stop.Token);
        await AwaitedAsync(2);
        Assert.Single(_client.Published.Concat(second.Published), message => message.Payload.Span[0] == 1);
    }

    [Fact]
    public async Task Take_BeforeThePuback_IsBelievedAndLeavesNothingBehind()
    {
        string file = await AddAsync(1);
        _client.Answer = _ => null;
        Start();
        await TickAsync(() => _client.Published.Count == 1, "it is under way");
        await NameAsync(file);
        Assert.Empty(_store.Pending(0, 1));
        string again = await AddAsync(1);
        string behind = await AddAsync(2);
        await TickAsync(() => _client.Published.Count == 2, "the pump has passed over the same bytes, as under way, to what lies behind");
        _client.Answer = _ => 0;
        _client.Acknowledge();
        await TickAsync(() => _client.Published.Count == 3, "the same bytes, named by a later reading, are sent too");
        await AwaitedAsync(2);
        await NameAsync(behind);
        await NameAsync(again);
        Assert.Equal((0, 0L), (_rig.Delivery.Media.Count, _store.Status().MediaWaiting));
    }

    [Fact]
    public async Task Take_FileOfAnEarlierProcess_IsForgottenUnsent()
    {
        string file = await AddAsync(1);
        await NameAsync(file, new string('0', 64));
        Assert.Equal(0, _store.Status().MediaWaiting);
    }

    [Fact]
    public async Task Take_StoreRefusesToForget_IsTriedAgain()
    {
        string file = await AddAsync(1);
        _store.ForgetRefusal = new StoreRefusedException("full");
        await NameAsync(file);
        _store.ForgetRefusal = null;
        _rig.Names.RetryDue();
        await _rig.Names.DrainAsync();
        Assert.Equal(1, _store.Status().MediaWaiting);
        _time.Advance(ConfirmationRig.Limits.SettleAgain);
        _rig.Names.RetryDue();
        await _rig.Names.DrainAsync();
        Assert.Equal(0, _store.Status().MediaWaiting);
    }

    [Fact]
    public async Task Look_RetentionDroppedIt_IsAwaitedNoMore()
    {
        await AddAsync(1);
        Start();
        await AwaitedAsync(1);
        await _store.ForgetAsync(_store.Pending(0, 1), default);
        Look(s_patience * 1.1);
        Assert.Equal(0, _rig.Delivery.Media.Count);
    }

    [Fact]
    public async Task Run_OnDemandAndManyAwaited_TheNextAskedForIsNotHidden()
    {
        const int Asked = 40;
        for (byte i = 0; i < Asked; i++)
        {
            Assert.True(await _store.WantAsync(await AddAsync(i), default));
        }

        Start(MediaMode.OnDemand);
        await AwaitedAsync(Asked);
        Assert.Equal(Asked, _client.Published.Count);
    }

    [Fact]
    public async Task Run_AskedForWhileItIsAwaited_GoesAtOnce()
    {
        string file = await AddAsync(1);
        Start();
        await AwaitedAsync(1);
        var fetch = new global::EdgeGateway.Uplink.Orders.FetchHandler(_store, _rig.Delivery);
        await fetch.ExecuteAsync(
            new()
            {
                Id = "1", Name = "media.fetch", Device = "gateway", IssuedAt = DateTimeOffset.UnixEpoch, NotAfter = DateTimeOffset.MaxValue,
                Args = System.Text.Json.JsonDocument.Parse($"{{\"sha256\":\"{file}\"}}").RootElement,
            },
            default);
        await TickAsync(() => _client.Published.Count == 2, "it is sent again");
        await AwaitedAsync(1);
    }

    [Fact]
    public async Task Take_BrokersWord_IsNotListenedTo()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Broker);
        string file = await AddAsync(1);
        await rig.SayAsync("edge/v1/platform/main", Online);
        await rig.SayAsync(rig.Topics.Receipt, $"{{\"media\":[\"{file}\"]}}");
        await rig.Names.DrainAsync();
        Assert.Equal(1, _store.Status().MediaWaiting);
    }

    private static int Part(MqttMessage message) => int.Parse(message.Topic.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static Link LinkOf(FakeMqttClient client) =>
        new(client, new MqttConnection(5, Window, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(Window));

    private void Start(MediaMode mode = MediaMode.All)
    {
        _pump = new MediaPump(
            _store, _store, _rig.Delivery, _rig.Topics, new Audience(_time), new ForwarderLimits { Media = mode }, _time, NullLogger.Instance);
        _ = _pump.RunAsync(LinkOf(_client), _stop.Token);
    }

    private async Task<string> AddAsync(byte first, int length = 1)
    {
        byte[] content = new byte[length];
        content[0] = first;
        Attachment attachment = Attachment.Of(content, "image/jpeg");
        await _store.AppendAsync(
            new() { Lane = Lane.Event, Device = "cam-1", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray(), Attachments = [attachment] }, default);
        return attachment.Sha256;
    }

    private ValueTask SayAsync(string presence) => _rig.SayAsync("edge/v1/platform/main", presence);

    private async Task NameAsync(params string[] files)
    {
        await _rig.SayAsync(_rig.Topics.Receipt, $"{{\"media\":[{string.Join(',', files.Select(static file => $"\"{file}\""))}]}}");
        await _rig.Names.DrainAsync();
    }

    /// <summary>Every part of so many files was taken.</summary>
    private Task AwaitedAsync(int count) => TickAsync(
        () => _store.Pending(0, 99).Count(file => _rig.Delivery.Media.Holds(file.Sha256)) == count, $"{count} files await their receipt");

    /// <summary>The pump looks once a second; nobody else waits for this clock.</summary>
    private Task TickAsync(Func<bool> condition, string what) => Eventually.TrueAsync(
        () =>
        {
            bool met = condition();
            _time.Advance(met ? TimeSpan.Zero : TimeSpan.FromMilliseconds(10));
            return met;
        },
        what);

    private void Look(TimeSpan span)
    {
        for (int i = 0; i < 20; i++)
        {
            _time.Advance(span / 20);
            _rig.Files.Look();
        }
    }
}
