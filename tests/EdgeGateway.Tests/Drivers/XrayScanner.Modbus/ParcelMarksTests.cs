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

    [Theory]
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
