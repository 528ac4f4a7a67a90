using System.Text;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Tests.Protocol.TetraPei;

public sealed class PeiReaderTests
{
    private const string Text = "+CTSDSR: 12,1234567,0,2345678,0,104\r\n0201746573746D657373616765\r\n";

    [Theory]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16\r\n8004\r\n", "12 1234567 2345678 16")]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16,1\r\n8004\r\n", "12 1234567 2345678 16 True")]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16,0\r\n8004\r\n", "12 1234567 2345678 16 False")]
    [InlineData("+CTSDSR: 12,2345678,16\r\n8004\r\n", "12  2345678 16")]
    [InlineData("+CTSDSR: 12,2345678,0,16\r\n8004\r\n", "12  2345678 16")]
    [InlineData("+CTSDSR: 12,,,2345678,0,16\r\n8004\r\n", "12  2345678 16")]
    [InlineData("+CTSDSR:12,\"09011638300023404\",1,2345678,0,16\r\n8004\r\n", "12 9011638300023404 2345678 16")]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16,8004\r\n", "12 1234567 2345678 16")]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16 8004\r\n", "12 1234567 2345678 16")]
    [InlineData("+CTSDSR: 12,1234567,0,2345678,0,16,0,8004\r\n", "12 1234567 2345678 16 False")]
    [InlineData("+CTSDSR: 12,2345678,16,8004\r\n", "12  2345678 16")]
    [InlineData("+CTSDSR: 12,2345678,1,16\r\n8004\r\n", "12  2345678 16")]
    [InlineData("+CTSDSR: 12,2345678,0,16,8004\r\n", "12  2345678 16")]
    [InlineData("\r\n\n+CTSDSR: 12,1234567,0,2345678,0,16\n\r\n\r8004\n", "12 1234567 2345678 16")]
    [InlineData("\0\0+CTSDSR: 12,1234567,0,2345678,0,16\r8004\r", "12 1234567 2345678 16")]
    public void Read_ShortData_InEveryForm(string said, string expected)
    {
        var sds = Assert.IsType<PeiSds>(Assert.Single(All(said)));

        var header = sds.Header;
        Assert.Equal(expected, $"{header.Service} {header.From} {header.To} {header.Bits} {header.Encrypted}".TrimEnd());
        Assert.Equal([0x80, 0x04], sds.Data.ToArray());
        Assert.False(sds.LengthDiffers);
    }

    [Theory]
    [InlineData(84, "0A112853A9FF4D4FFFE81", "0a112853a9ff4d4fffe810", false)]
    [InlineData(84, "0A112853A9FF4D4FFFE810", "0a112853a9ff4d4fffe810", false)]
    [InlineData(84, "0A112853A9FF4D4FFFE81F", "0a112853a9ff4d4fffe810", false)]
    [InlineData(88, "0A112853A9FF4D4FFFE810", "0a112853a9ff4d4fffe810", false)]
    [InlineData(83, "0A112853A9FF4D4FFFE810", "0a112853a9ff4d4fffe800", false)]
    [InlineData(16, "800412", "8004", true)]
    [InlineData(16, "80041", "8004", true)]
    [InlineData(0, "80", "", true)]
    public void Read_BitsAndDigits_BitsCountAndAPadIsTaken(int bits, string digits, string data, bool differs)
    {
        var sds = Assert.IsType<PeiSds>(Assert.Single(All($"+CTSDSR: 12,1,0,2,0,{bits}\r\n{digits}\r\n")));

        Assert.Equal((data, differs), (Convert.ToHexStringLower(sds.Data.Span), sds.LengthDiffers));
    }

    [Theory]
    [InlineData("+CTSDSR: 12,1,0,2,0,16\r\n800\r\n", PeiFaults.DataShort)]
    [InlineData("+CTSDSR: 12,1,0,2,0,16\r\nOK\r\n", PeiFaults.DataMissing)]
    [InlineData("+CTSDSR: 12,1,0,2,0,16\r\n+CTCR: 1,0\r\n", PeiFaults.DataMissing)]
    [InlineData("+CTSDSR: 12,1,0,2,0\r\n", PeiFaults.Header)]
    [InlineData("+CTSDSR: 12,1,0,2,0,2048\r\n", PeiFaults.Header)]
    [InlineData("+CTSDSR: 12,1,0,two,0,16\r\n", PeiFaults.Header)]
    [InlineData("+CTSDSR: \r\n", PeiFaults.Header)]
    [InlineData("\u0001\u0002\u00FE\r\n", PeiFaults.Garbled)]
    [InlineData("+CTCR: x\r\n", PeiFaults.Call)]
    public void Read_Broken_IsNamedAndTheNextGoodOneIsRead(string broken, string fault)
    {
        var items = All(broken + Text);

        Assert.Equal(fault, Assert.Single(items.OfType<PeiFault>()).Reason);
        Assert.Single(items.OfType<PeiSds>());
    }

    [Fact]
    public void Read_LineWithoutEnd_IsBoundedAndTheNextGoodOneIsRead()
    {
        var reader = new PeiReader();
        for (int i = 0; i < 10_000; i++)
        {
            reader.Append("0123456789012345678901234567890123456789"u8);
        }

        reader.Append(Encoding.ASCII.GetBytes("\r\n" + Text));

        Assert.True(reader.TryRead(out var first));
        Assert.Equal(new PeiFault(PeiFaults.TooLong), first);
        Assert.True(reader.TryRead(out var second));
        Assert.IsType<PeiSds>(second);
    }

    [Theory]
    [InlineData("garbage+CTSDSR: 12,1234567,0,2345678,0,16\r\n8004\r\n")]
    [InlineData("+CTCR: 1,0+CTSDSR: 12,1234567,0,2345678,0,16\r\n8004+CTCR: 1,0\r\n")]
    [InlineData("> +CTSDSR: 12,1234567,0,2345678,0,16\r\n8004\r\n")]
    public void Read_LinesThatRanTogether_AreCutWhereAMessageBegins(string said) => Assert.Single(All(said).OfType<PeiSds>());

    [Fact]
    public void Read_EverythingElse_IsWhatItIs()
    {
        var items = All("OK\r\nERROR\r\n+CME ERROR: 35\r\n+CME ERROR: syntax\r\n+CMGS: 3\r\n+CMGS: 3,4,65\r\n+CMGS: (0-3),(1-2016)\r\n+CSQ: 25,99\r\n+CTICN: 1,0,0,5,09011638300023404,1,1,0,1,1,5,09011638300000001,0\r\n+CTXG: 1,3\r\n+CDTXC: 1,0\r\n+CTCR: 1,13\r\n+CTCC: 1,1\r\n");

        Assert.Equal(
            [new PeiFinal(true), new PeiFinal(false), new PeiFinal(false, 35), new PeiFinal(false), new PeiSent(3, null, null), new PeiSent(3, 4, 65), new PeiText("+CMGS: (0-3),(1-2016)"), new PeiText("+CSQ: 25,99")],
            items.Take(8));
        Assert.Equal([PeiCallKind.Incoming, PeiCallKind.Grant, PeiCallKind.Ceased, PeiCallKind.Released, PeiCallKind.Connected], items.Skip(8).Cast<PeiCall>().Select(call => call.Kind));
    }

    [Fact]
    public void Command_Written_IsNeverAReset()
    {
        PeiCommand[] all = [PeiCommand.Alive, PeiCommand.Signal, PeiCommand.OwnNumber, PeiCommand.SizeLimit, .. PeiCommand.Profile, PeiCommand.Send(new TetraIdentity(1234567), [0x82, 2])];

        Assert.All(all, command => Assert.DoesNotContain("ATZ", command.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("AT+CMGS=1234567,16\r\n8202\u001A", Encoding.ASCII.GetString(all[^1].ToBytes()));
        Assert.Equal("AT\r\n", Encoding.ASCII.GetString(all[0].ToBytes()));
        Assert.Empty(typeof(PeiCommand).GetConstructors());
        Assert.All(
            House.Repository.Sources("src/Protocol/TetraPei", "src/Drivers/PdtRadio.TetraPei"),
            file => Assert.DoesNotMatch("(?i)\"[^\"]*\\bAT&?Z", file.Text));
    }

    private static List<PeiItem> All(string said)
    {
        var reader = new PeiReader();
        reader.Append(Encoding.Latin1.GetBytes(said));
        var items = new List<PeiItem>();
        while (reader.TryRead(out var item))
        {
            items.Add(item!);
        }

        return items;
    }
}
