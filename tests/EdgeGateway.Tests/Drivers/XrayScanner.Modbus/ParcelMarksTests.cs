using EdgeGateway.Drivers.XrayScanner.Modbus;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

public sealed class ParcelMarksTests
{
    [Fact]
    public void Write_ReadAgain_IsTheSame()
    {
        var marks = new ParcelMarks(null);
        marks.Set("tunnel-2", new ParcelMark(3, 4_294_967_295, 2, 1));
        marks.Set("tunnel-1", new ParcelMark(0, 0));

        var again = new ParcelMarks(marks.Write());

        Assert.Equal(new ParcelMark(3, 4_294_967_295, 2, 1), again.Find("tunnel-2"));
        Assert.Equal(new ParcelMark(0, 0), again.Find("tunnel-1"));
        Assert.Null(again.Find("tunnel-3"));
        Assert.Equal("tunnel-1=0:0:-1:0;tunnel-2=3:4294967295:2:1", again.Write());
    }

    [Fact]
    public void Write_WithLabels_ReadAgainIsTheSameAndNamesNone()
    {
        var count = new ParcelCount(new ParcelRules("a", 1L << 32, 10, TimeSpan.Zero), new ParcelMark(0, 7));
        count.See(new ParcelSight(8, 1, "SF1234567890123", default));
        var first = count.Mark!.Value;
        count.See(new ParcelSight(9, 1, "SF1234567890123", default));
        var marks = new ParcelMarks(null);
        marks.Set("a", first);
        marks.Set("b", count.Mark!.Value);

        var again = new ParcelMarks(marks.Write());

        Assert.Equal((first, count.Mark!.Value), (again.Find("a"), again.Find("b")));
        Assert.NotNull(again.Find("b")!.Value.Repeated);
        Assert.DoesNotContain("SF", again.Write(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a=1:2:0:0:SF123456:")]
    [InlineData("a=1:2:0:0:0a0b0c0d")]
    [InlineData("a=1:2:0:0:0a0b0c0d::")]
    [InlineData("a=1:2:x:0:0a0b0c0d:")]
    [InlineData("a")]
    [InlineData("a=1:2:3")]
    [InlineData("a=1:2:3:x")]
    [InlineData("a=1:2:-2:0")]
    [InlineData("a=1:2:70000:0")]
    [InlineData("=;=;a=:::")]
    public void Read_Damaged_IsLeftOutAndTheRestIsRead(string damaged)
    {
        var marks = new ParcelMarks(damaged + ";b=1:2:0:0");

        Assert.Null(marks.Find("a"));
        Assert.Equal(new ParcelMark(1, 2, 0), marks.Find("b"));
    }
}
