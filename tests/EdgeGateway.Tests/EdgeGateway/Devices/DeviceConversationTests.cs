using System.Text.Json;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.EdgeGateway.Devices;

public sealed class DeviceConversationTests
{
    private static readonly DeviceCommand s_command = new("c-1", "radio.send-text", JsonDocument.Parse("{}").RootElement, DateTimeOffset.MaxValue);

    private readonly DeviceConversation _conversation = new();

    [Fact]
    public async Task Execute_NotConnected_IsOffline() => Assert.Equal(CommandOutcome.Failed("offline"), await ExecuteAsync());

    [Fact]
    public async Task Execute_DriverWithoutAbility_IsUnsupported()
    {
        _conversation.Begin(new ScriptedDriver());

        Assert.Equal(CommandOutcome.Failed("unsupported"), await ExecuteAsync());
    }

    [Fact]
    public async Task Execute_Connected_IsWhatTheDriverSays()
    {
        _conversation.Begin(new OrderedDriver { Do = _ => Task.FromResult(CommandOutcome.Done("sent")) });

        Assert.Equal(CommandOutcome.Done("sent"), await ExecuteAsync());
    }

    [Fact]
    public async Task Execute_LinkEndsOnTheWay_IsUnknownBecauseItMayHaveArrived()
    {
        _conversation.Begin(new OrderedDriver { Do = async ct => { await Task.Delay(Timeout.Infinite, ct); return default; } });
        var execution = ExecuteAsync();
        await _conversation.EndAsync();

        Assert.Equal(CommandState.Unknown, (await execution).State);
        Assert.Equal(CommandOutcome.Failed("offline"), await ExecuteAsync());
    }

    [Fact]
    public async Task Execute_LinkEndsAndTheDriverDoesNotListen_IsUnknownAllTheSame()
    {
        _conversation.Begin(new OrderedDriver { Do = _ => new TaskCompletionSource<CommandOutcome>().Task });
        var execution = ExecuteAsync();
        await _conversation.EndAsync();

        Assert.Equal(CommandOutcome.Unknown("link-ended"), await execution);
    }

    [Fact]
    public async Task End_DriverThatListens_IsTold()
    {
        var told = new TaskCompletionSource();
        _conversation.Begin(new OrderedDriver { Do = ct => { ct.Register(told.SetResult); return new TaskCompletionSource<CommandOutcome>().Task; } });
        _ = ExecuteAsync();
        await _conversation.EndAsync();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task End_DriverThrowsWhenTold_DoesNotReachTheLoop()
    {
        _conversation.Begin(new OrderedDriver { Do = ct => { ct.Register(() => throw new InvalidOperationException("bug")); return new TaskCompletionSource<CommandOutcome>().Task; } });
        _ = ExecuteAsync();

        await _conversation.EndAsync();
    }

    [Fact]
    public void Target_IsWhatTheDriverSays()
    {
        Assert.Equal(string.Empty, _conversation.TargetOf(s_command));
        _conversation.Begin(new ScriptedDriver());
        Assert.Equal(string.Empty, _conversation.TargetOf(s_command));
        _conversation.Begin(new OrderedDriver { Do = _ => Task.FromResult(CommandOutcome.Done()), Target = "sys-3" });
        Assert.Equal("sys-3", _conversation.TargetOf(s_command));
    }

    private Task<CommandOutcome> ExecuteAsync() => _conversation.ExecuteAsync(s_command, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    private sealed class OrderedDriver : IDeviceDriver, ICommandable
    {
        public required Func<CancellationToken, Task<CommandOutcome>> Do { get; init; }

        public string Target { get; init; } = string.Empty;

        public string TargetOf(DeviceCommand command) => Target;

        public Task ConnectAsync(CancellationToken ct) => Task.CompletedTask;

        public Task RunAsync(IReadingSink sink, CancellationToken ct) => Task.Delay(Timeout.Infinite, ct);

        public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => new(Do(ct));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
