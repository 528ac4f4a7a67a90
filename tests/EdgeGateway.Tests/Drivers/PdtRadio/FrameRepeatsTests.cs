using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public class FrameRepeatsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Judge_SameFrame_IsUnderWayThenSafeThenForgottenAfterTenSeconds()
    {
        var repeats = new FrameRepeats(_time);
        Assert.Equal(FrameVerdict.New, repeats.Judge(Key(1)));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(FrameVerdict.UnderWay, repeats.Judge(Key(1)));
        repeats.IsSafe(Key(1));
        Assert.Equal(FrameVerdict.New, repeats.Judge(Key(1)));
        repeats.IsSafe(Key(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(FrameVerdict.AlreadySafe, repeats.Judge(Key(1)));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(FrameVerdict.New, repeats.Judge(Key(1)));
    }

    [Theory]
    [InlineData(0x10, 1, 5, FrameVerdict.AlreadySafe)]
    [InlineData(0x11, 1, 5, FrameVerdict.New)]
    [InlineData(0x10, 2, 5, FrameVerdict.New)]
    [InlineData(0x10, 1, 6, FrameVerdict.New)]
    public void Judge_SourceNumberAndBytes_AllCount(int source, ushort number, ulong digest, FrameVerdict expected)
    {
        var repeats = new FrameRepeats(_time);
        repeats.Judge(new FrameKey(0x10, 1, 5));
        repeats.IsSafe(new FrameKey(0x10, 1, 5));

        Assert.Equal(expected, repeats.Judge(new FrameKey(source, number, digest)));
    }

    [Fact]
    public void Judge_SixteenLater_IsForgotten_WhatIsUnderWayIsNot()
    {
        var repeats = new FrameRepeats(_time);
        repeats.Judge(Key(0));
        for (ushort i = 1; i <= 17; i++)
        {
            repeats.Judge(Key(i));
            repeats.IsSafe(Key(i));
        }

        Assert.Equal(FrameVerdict.UnderWay, repeats.Judge(Key(0)));
        Assert.Equal(FrameVerdict.AlreadySafe, repeats.Judge(Key(2)));
        Assert.Equal(FrameVerdict.New, repeats.Judge(Key(1)));
    }

    [Fact]
    public void Failed_NextCopy_IsNew()
    {
        var repeats = new FrameRepeats(_time);
        repeats.Judge(Key(1));

        repeats.Failed(Key(1));

        Assert.Equal(FrameVerdict.New, repeats.Judge(Key(1)));
    }

    private static FrameKey Key(ushort number) => new(0x10, number, 0);
}
