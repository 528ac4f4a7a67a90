using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.Protocol.Snmp;

public sealed class SnmpQuestionTests
{
    private static readonly ObjectId s_temperature = ObjectId.Of("1.3.6.1.4.1.40297.1.2.1.2.2.0");

    [Fact]
    public void Get_OneObject_IsWrittenByteByByte() => Assert.Equal(
        "302d020100" + "04067075626c6963" + "a020" + "0202012c" + "020100" + "020100" + "3014" + "3012" + "060e2b060104018" + "2ba69010201020200" + "0500",
        Convert.ToHexStringLower(SnmpQuestion.Get("public", 300, [s_temperature])));

    [Fact]
    public void GetNext_OneObject_DiffersInItsTagOnly()
    {
        byte[] get = SnmpQuestion.Get("public", 5, [s_temperature]);
        byte[] next = SnmpQuestion.GetNext("public", 5, [s_temperature]);

        Assert.Equal(13, Enumerable.Range(0, get.Length).Single(i => get[i] != next[i]));
        Assert.Equal((0xA0, 0xA1), (get[13], next[13]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(-1)]
    [InlineData(-129)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Get_ManyObjects_ReadsBackWithItsId(int id)
    {
        var names = RepeaterMib.Objects.Select(one => one.Id).ToList();

        var read = SnmpReader.Read(SnmpQuestion.Get(new string('c', 64), id, names)).Message!;

        Assert.Equal((BerTag.GetRequest, id), (read.Pdu, read.RequestId));
        Assert.Equal(names, read.Values.Select(value => value.Name));
        Assert.All(read.Values, value => Assert.Equal(BerTag.Null, value.Value.Tag));
    }

    [Theory]
    [InlineData("0.0")]
    [InlineData("1.3")]
    [InlineData("2.39.4294967295.0.127.128.16383.16384")]
    public void ObjectId_Text_ReadsBack(string text) =>
        Assert.Equal(text, SnmpReader.Read(SnmpQuestion.Get("c", 1, [ObjectId.Of(text)])).Message!.Values.Single().Name.Text);

    [Theory]
    [InlineData("1")]
    [InlineData("3.1")]
    [InlineData("1.40")]
    [InlineData("1.3.-1")]
    [InlineData("1.3..4")]
    public void ObjectId_NoObjectId_IsRefused(string text) => Assert.Throws<FormatException>(() => ObjectId.Of(text));

    [Fact]
    public void IsBelow_SameDigits_IsNotEnough()
    {
        Assert.True(s_temperature.IsBelow(RepeaterMib.Root));
        Assert.False(ObjectId.Of("1.3.6.1.4.1.40297.1.20.1").IsBelow(RepeaterMib.Root));
    }

    [Fact]
    public void Find_EveryObject_IsThereOnce()
    {
        Assert.Equal(RepeaterMib.Objects.Count, RepeaterMib.Objects.DistinctBy(one => one.Id).Count());
        Assert.Equal(RepeaterMib.Objects.Count, RepeaterMib.Objects.DistinctBy(one => one.Metric).Count());
        Assert.All(RepeaterMib.Objects, one => Assert.Same(one, RepeaterMib.Find(one.Id)));
    }

    /// <summary>Nothing in the product may be able to order a repeater anything: neither the tag of such a request nor a word of it.</summary>
    [Fact]
    public void Product_Sources_CannotWriteAnOrder()
    {
        var sources = Repository.Sources("src/Protocol/Snmp", "src/Drivers/PdtRadio.HyteraSnmp").ToList();

        Assert.True(sources.Count > 15);
        Assert.All(sources, file => Assert.DoesNotMatch("(?<!Hytera)SnmpSet|0[xX][aA]3|\\b163\\b|SetRequest", file.Text));
        Assert.Equal(["Get", "GetBulk", "GetNext"], typeof(SnmpQuestion).GetMethods().Where(method => method.IsStatic).Select(method => method.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(typeof(BerTag).GetFields(), field => (byte)field.GetValue(null)! == 0xA3);
    }
}
