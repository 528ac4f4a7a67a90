using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

public sealed class ReceiptDeskTests
{
    private const string Epoch = "00c0ffee";
    private const string OldEpoch = "000000aa";

    private readonly FakeTimeProvider _time = new();
    private InMemoryReadingStore _store = new();
    private ConfirmationRig _rig;

    public ReceiptDeskTests() => _rig = ConfirmationRig.Of(_store, _time);

    private IEnumerable<long> Left => _store.All.Select(reading => reading.Seq);

    [Fact]
    public async Task Take_CoversSomeAndMissesOthers_ForgetsOnlyWhatItCovers()
    {
        await SendAsync(10);
        await ReceiveAsync(8, (2, 3), (6, 6));
        Assert.Equal([2, 3, 6, 9, 10], Left);
        await ReceiveAsync(10, (6, 6));
        Assert.Equal([6], Left);
        await ReceiveAsync(10);
        Assert.Empty(Left);
        Assert.Empty(_rig.Faults.All());
    }

    [Fact]
    public async Task Take_NumbersOfThisProcessThatNeverWereSent_StayAndAreCounted()
    {
        await SendAsync(4);
        await AppendAsync(3);
        await ReceiveAsync(7);
        Assert.Equal([5, 6, 7], Left);
        Assert.Equal(1, _rig.Faulted("receipt-never-sent"));
    }

    [Fact]
    public async Task Take_NumbersOfTheProcessBefore_IsBelieved()
    {
        await AppendAsync(5);
        _rig = ConfirmationRig.Of(_store, _time);
        await AppendAsync(1);
        await ReceiveAsync(6);
        Assert.Equal([6], Left);
    }

    [Fact]
    public async Task Take_DroppedBeforeItWasSent_IsNoFault()
    {
        await AppendAsync(3);
        await _store.SettleAsync([new Settlement(2)], default);
        await SendAsync(0, 1, 3);
        await ReceiveAsync(3);
        Assert.Empty(Left);
        Assert.Equal(0, _rig.Faulted("receipt-never-sent"));
    }

    [Theory]
    [InlineData(Epoch, 11, 0, 0, "receipt-beyond-head")]
    [InlineData(Epoch, long.MaxValue, 0, 0, "receipt-beyond-head")]
    [InlineData(Epoch, -1, 0, 0, "receipt-garbled")]
    [InlineData(Epoch, long.MinValue, 0, 0, "receipt-garbled")]
    [InlineData(Epoch, 10, 5, 4, "receipt-garbled")]
    [InlineData("ffffffff", 10, 0, 0, "receipt-unknown-epoch")]
    public async Task Take_Nonsense_ForgetsNothingAndIsCounted(string epoch, long upTo, long first, long last, string reason)
    {
        await SendAsync(10);
        (long, long)[] missing = first == 0 ? [] : [(first, last)];
        await _rig.ReceiveAsync(epoch, upTo, missing);
        await _rig.Delivery.Settler.DrainAsync();
        Assert.Equal(10, Left.Count());
        Assert.Equal(1, _rig.Faulted(reason));
    }

    [Fact]
    public async Task Take_OverlappingAndOutlyingRanges_KeepsAllTheyName()
    {
        await SendAsync(10);
        await ReceiveAsync(8, (4, 6), (5, 7), (long.MinValue, 1), (8, long.MaxValue));
        Assert.Equal([1, 4, 5, 6, 7, 8, 9, 10], Left);
        Assert.Equal(1, _rig.Faulted("receipt-odd-range"));
    }

    [Fact]
    public async Task Take_ForAnEndedEpoch_ForgetsItsReadingsOnly()
    {
        _store = new InMemoryReadingStore { Ended = [new StoreEpoch(OldEpoch, 0, 100)] };
        _store.PutEnded(OldEpoch, 98, Lane.Event, "cam-1");
        _store.PutEnded(OldEpoch, 100, Lane.Alarm, "cam-1");
        _rig = ConfirmationRig.Of(_store, _time);
        await SendAsync(2);
        await _rig.ReceiveAsync(OldEpoch, 101);
        Assert.Equal(1, _rig.Faulted("receipt-beyond-head"));
        await _rig.ReceiveAsync(OldEpoch, 100, (98, 98));
        await _rig.Delivery.Settler.DrainAsync();
        Assert.Equal([98, 1, 2], Left);
        await ReceiveAsync(2);
        Assert.Equal([98], Left);
    }

    [Fact]
    public async Task Take_StoreRefusesToForget_ForgetsLaterWithoutANewReceipt()
    {
        await SendAsync(3);
        _store.SettleRefusal = new IOException("full");
        await ReceiveAsync(3);
        Assert.Equal(3, Left.Count());
        _store.SettleRefusal = null;
        _rig.Delivery.Settler.RetryDue();
        await _rig.Delivery.Settler.DrainAsync();
        Assert.Equal(3, Left.Count());
        _time.Advance(ConfirmationRig.Limits.SettleAgain);
        _rig.Delivery.Settler.RetryDue();
        await _rig.Delivery.Settler.DrainAsync();
        Assert.Empty(Left);
        Assert.Equal(0, _rig.Delivery.Handed.Kept);
    }

    [Fact]
    public async Task Take_MissingStillLater_IsTakenOutOfTheProgressAndSentAgain()
    {
        await SendAsync(6);
        await ReceiveAsync(6, (3, 4));
        Assert.True(IsTaken(3));
        _time.Advance(ConfirmationRig.Limits.ResendAfter);
        await ReceiveAsync(6, (3, 4));
        Assert.False(IsTaken(3) || IsTaken(4));
        Assert.Equal(1, _rig.Delivery.Lanes[(int)Lane.Event].Rewinds);
    }

    [Fact]
    public async Task Take_MissingAndNotHere_IsAnsweredByAGapOnce()
    {
        await SendAsync(8);
        await _store.SettleAsync([new Settlement(2, 4), new Settlement(6)], default);
        for (int again = 0; again < 4; again++)
        {
            await ReceiveAsync(8, (1, 7));
            await _rig.Gaps.StepAsync(default);
            _time.Advance(ConfirmationRig.Limits.ResendMost);
        }

        Assert.Equal([(Epoch, 2L, 4L), (Epoch, 6L, 6L)], _rig.GapAnswers.Asked);
    }

    [Fact]
    public async Task Take_GapCannotBeWritten_IsAskedAgain()
    {
        await SendAsync(2);
        await _store.SettleAsync([new Settlement(1)], default);
        await ReceiveAsync(2, (1, 1));
        _time.Advance(ConfirmationRig.Limits.ResendAfter);
        await ReceiveAsync(2, (1, 1));
        _rig.GapAnswers.Refusal = new StoreRefusedException("full");
        await _rig.Gaps.StepAsync(default);
        _rig.GapAnswers.Refusal = null;
        await _rig.Gaps.StepAsync(default);
        Assert.Equal([(Epoch, 1L, 1L)], _rig.GapAnswers.Asked);
    }

    private bool IsTaken(long position) => _rig.Delivery.Lanes[(int)Lane.Event].BehindTaken(position - 1) >= position;

    private async Task ReceiveAsync(long upTo, params (long First, long Last)[] missing)
    {
        await _rig.ReceiveAsync(Epoch, upTo, missing);
        await _rig.Delivery.Settler.DrainAsync();
    }

    private async Task AppendAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = "cam-1", Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray() }, default);
        }
    }

    /// <summary>Appends, hands over and takes as a pump does; or only the numbers named.</summary>
    private async Task SendAsync(int count, params long[] numbers)
    {
        long head = _store.Status().SeqHead;
        await AppendAsync(count);
        long offset = _store.Status().Epochs[^1].Base;
        foreach (long seq in numbers.Length > 0 ? numbers : Enumerable.Range(1, count).Select(i => head + i))
        {
            _rig.Delivery.Settler.Sent(offset + seq);
            _rig.Delivery.Lanes[(int)Lane.Event].Take(offset + seq - 1, offset + seq, 0);
        }
    }
}
