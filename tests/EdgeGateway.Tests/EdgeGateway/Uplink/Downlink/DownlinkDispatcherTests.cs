using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Downlink;

public sealed class DownlinkDispatcherTests
{
    private readonly InMemoryReadingStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ConfirmationRig _rig;

    public DownlinkDispatcherTests() => _rig = ConfirmationRig.Of(_store, _time);

    [Fact]
    public async Task Take_Command_GoesToThePortWithItsDevice()
    {
        await _rig.SayAsync(_rig.Topics.CommandPrefix + "cam-03", "{}");
        Assert.Equal("cam-03", _rig.Commands.Taken.Single().Device);
    }

    [Theory]
    [InlineData("edge/v1/other/down/receipt", "unknown-topic")]
    [InlineData("COMMANDa/b", "unknown-topic")]
    [InlineData("COMMAND", "unknown-topic")]
    [InlineData("edge/v1/platform/", "unknown-topic")]
    [InlineData("edge/v1/platform/main", "presence-garbled")]
    [InlineData("RECEIPT", "receipt-garbled")]
    public async Task Take_WhatIsNotUnderstood_IsCounted(string topic, string reason)
    {
        string full = topic.Replace("COMMAND", _rig.Topics.CommandPrefix, StringComparison.Ordinal).Replace("RECEIPT", _rig.Topics.Receipt, StringComparison.Ordinal);
        await _rig.SayAsync(full, "{\"online\":\"yes\"}");
        Assert.Equal(1, _rig.Faulted(reason));
        Assert.Empty(_rig.Commands.Taken);
    }

    [Fact]
    public async Task Take_Presence_ComesAndGoes()
    {
        await _rig.SayAsync("edge/v1/platform/a", "{\"online\":true}");
        Assert.True(_rig.Presence.IsThere);
        await _rig.SayAsync("edge/v1/platform/a", "");
        Assert.False(_rig.Presence.IsThere);
        Assert.Empty(_rig.Faults.All());
    }

    [Fact]
    public async Task Take_PresenceOfThousands_IsBounded()
    {
        for (int i = 0; i < 1000; i++)
        {
            await _rig.SayAsync($"edge/v1/platform/p{i}", "{\"online\":true}");
        }

        Assert.Equal(936, _rig.Faulted("presence-too-many"));
    }

    /// <summary>Whatever a receipt says, a reading that no broker got stays, and nothing is thrown.</summary>
    [Fact]
    public async Task Take_ReceiptsOfAnyContent_NeverForgetWhatWasNotSent()
    {
        var random = new Random(5);
        for (int i = 0; i < 60; i++)
        {
            await _store.AppendAsync(new() { Lane = (Lane)random.Next(3), Device = "d", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        }

        var unsent = Enumerable.Range(1, 60).Select(i => (long)i).Where(seq => seq % 7 == 0).ToList();
        Enumerable.Range(1, 60).Where(seq => seq % 7 != 0).ToList().ForEach(seq => _rig.Delivery.Settler.Sent(seq));
        for (int i = FuzzSize.Of(3000) / 10; i > 0; i--)
        {
            var missing = Enumerable.Range(0, random.Next(6)).Select(_ => (Odd(random), Odd(random))).ToArray();
            await _rig.ReceiveAsync(random.Next(5) == 0 ? "ffffffff" : _store.Epoch, Odd(random), missing);
            _time.Advance(TimeSpan.FromSeconds(random.Next(20)));
            await _rig.Gaps.StepAsync(default);
        }

        await _rig.Delivery.Settler.DrainAsync();
        Assert.Equal(unsent, _store.All.Select(reading => reading.Seq).Where(seq => seq % 7 == 0));
        Assert.True(_store.All.Count < 60, "some receipts were good");
        Assert.All(_rig.GapAnswers.Asked, asked => Assert.DoesNotContain(unsent, seq => seq >= asked.First && seq <= asked.Last));
    }

    private static long Odd(Random random) => random.Next(8) switch
    {
        0 => long.MaxValue,
        1 => long.MinValue,
        2 => -random.Next(100),
        _ => random.Next(70),
    };
}
