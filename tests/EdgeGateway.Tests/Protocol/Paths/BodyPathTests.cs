using System.Text;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Tests.Protocol.Paths;

public sealed class BodyPathTests
{
    private const string Sample = """{"Demo":{"level":2,"items":[{"type":"knife","box":[1,2,3,4]},{"type":"gun"}],"codes":["a","b"],"none":null}}""";

    [Theory]
    [InlineData("Demo.level", "2")]
    [InlineData("demo.LEVEL", "2")]
    [InlineData("Demo.items[].type", "knife gun")]
    [InlineData("Demo.items[1].type", "gun")]
    [InlineData("Demo.items.type", "knife")]
    [InlineData("Demo.items[0].box", "1 2 3 4")]
    [InlineData("Demo.items[].box[3]", "4")]
    [InlineData("Demo.codes[]", "a b")]
    [InlineData("Demo.codes", "a b")]
    [InlineData("Demo.level[]", "2")]
    [InlineData("Demo.level[1]", "")]
    [InlineData("Demo.none", "")]
    [InlineData("Demo.items[7].type", "")]
    [InlineData("Nobody.level", "")]
    [InlineData("x:Demo.level", "2")]
    public void Find_InJson_IsWhatStandsThere(string path, string expected) =>
        Assert.Equal(expected, string.Join(' ', BodyPath.Parse(path, out _)!.FindTexts(Json(Sample))));

    [Theory]
    [InlineData("parcel.labels.label[]", "L1 L2")]
    [InlineData("parcel.labels.label", "L1 L2")]
    [InlineData("parcel.labels[].label[1]", "L2")]
    [InlineData("parcel.thing[].class", "knife")]
    [InlineData("y:parcel.grade", "2")]
    public void Find_InXmlOfAnyNamespace_IsWhatStandsThere(string path, string expected)
    {
        var body = Xml("<a:E xmlns:a='urn:1'><a:parcel><a:labels><a:label>L1</a:label><a:label>L2</a:label></a:labels><b:thing xmlns:b='urn:2'><b:class>knife</b:class></b:thing><grade> 2 </grade></a:parcel></a:E>");

        Assert.Equal(expected, string.Join(' ', BodyPath.Parse(path, out _)!.FindTexts(body)));
    }

    [Theory]
    [InlineData("Codes[0]", "L1")]
    [InlineData("Views[0].Things[].Type", "14 3")]
    public void Find_InKeyValueLines_IsWhatStandsThere(string path, string expected)
    {
        var told = EventTexts.Read("Events[0].EventBaseInfo.Code=X\r\nEvents[0].Codes[0]=L1\r\nEvents[0].Views[0].Things[0].Type=14\r\nEvents[0].Views[0].Things[1].Type=3\r\n"u8.ToArray(), null, fault => Assert.Fail(fault));

        Assert.Equal(expected, string.Join(' ', BodyPath.Parse(path, out _)!.FindTexts(BodyNode.Of(told[0].Data))));
    }

    [Fact]
    public void Find_TheValueItself_IsIt()
    {
        var item = BodyPath.Parse("Demo.codes[1]", out _)!.Find(Json(Sample))[0];

        Assert.Equal("b", BodyPath.Parse(".", out _)!.FindText(item));
    }

    [Theory]
    [InlineData("", 1, PathFaultKind.Empty)]
    [InlineData("a..b", 3, PathFaultKind.NameMissing)]
    [InlineData("a.", 3, PathFaultKind.NameMissing)]
    [InlineData("[0]", 1, PathFaultKind.NameMissing)]
    [InlineData("a b", 2, PathFaultKind.Character)]
    [InlineData("a.b]", 4, PathFaultKind.Character)]
    [InlineData("a[", 2, PathFaultKind.Bracket)]
    [InlineData("a[x]", 2, PathFaultKind.Bracket)]
    [InlineData("a[-1]", 2, PathFaultKind.Bracket)]
    [InlineData("a[4096]", 2, PathFaultKind.Bracket)]
    [InlineData("a[0]b", 5, PathFaultKind.Bracket)]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q", 33, PathFaultKind.TooLong)]
    public void Parse_Mistake_IsNamedWithItsPlace(string text, int at, PathFaultKind kind)
    {
        Assert.Null(BodyPath.Parse(text, out var fault));
        Assert.Equal(new PathFault(at, kind), fault);
    }

    [Fact]
    public void Parse_TooLong_IsRefused() => Assert.Null(BodyPath.Parse(new string('a', BodyPath.Longest + 1), out _));

    [Fact]
    public void Find_MoreThanAnybodyMaps_IsBounded()
    {
        string rows = string.Join(',', Enumerable.Repeat("[1,1,1,1,1,1,1,1]", 200));

        Assert.Equal(BodyPath.MostFound, BodyPath.Parse("a[][]", out _)!.Find(Json($"{{\"a\":[{rows}]}}")).Count);
    }

    [Fact]
    public void Outline_OfAMessage_HasNamesAndSortsAndNoValue()
    {
        string outline = BodyOutline.Write(Json("""{"Tag":"T-1","Grade":1,"Ok":true,"None":null,"Person":{"Name":"Zhang","张三":"x","440100199001019999":1},"Items":[{"a":1},{"b":"x"}],"Codes":["c"],"Empty":[]}"""), 2000);

        Assert.Equal("{Tag:text,Grade:number,Ok:flag,None:empty,Person:{Name:text,?:text,?:number},Items:[{a:number,b:text}],Codes:[text],Empty:[empty]}", outline);
    }

    [Fact]
    public void Outline_OfALongMessage_IsCut()
    {
        string outline = BodyOutline.Write(Json("{" + string.Join(',', Enumerable.Range(0, 900).Select(i => $"\"name{i}\":1")) + "}"), 100);

        Assert.Equal(103, outline.Length);
        Assert.EndsWith("...", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OfTheSameFactsWrittenOtherwise_IsTheSame()
    {
        Assert.Equal(BodyDigest.Of(Json("{\"a\":1,\"b\":[2]}")), BodyDigest.Of(Json("{ \"a\" : 1,\r\n\"b\":[ 2 ] }")));
        Assert.NotEqual(BodyDigest.Of(Json("{\"a\":1,\"b\":[2]}")), BodyDigest.Of(Json("{\"a\":12,\"b\":[]}")));
    }

    private static BodyNode Json(string text) =>
        BodyNode.Of(EventTexts.Read(Encoding.UTF8.GetBytes($"Code=X;action=Pulse;index=0;data={text}"), null, fault => Assert.Fail(fault))[0].Data);

    private static BodyNode Xml(string text) => BodyNode.Of(new XmlScanner(text).Read()!.Root);
}
