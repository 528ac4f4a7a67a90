using System.Text;
using System.Xml;
using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Tests.Protocol.Elements;

public class XmlScannerTests
{
    [Theory]
    [InlineData("<a><b>1</b><c/></a>", "a(b=1 c=)", false)]
    [InlineData("<?xml version=\"1.0\"?>\n<n:a xmlns:n=\"x\"><n:b q='>'>1</n:b></n:a>", "a(b=1)", false)]
    [InlineData("<a><b>x &lt; &#x4eac;&amp;</b></a>", "a(b=x < 京&)", false)]
    [InlineData("<a><b><![CDATA[<x>]]></b><!-- <c> --></a>", "a(b=<x>)", false)]
    [InlineData("noise <a><b>1</b></a>", "a(b=1)", false)]
    [InlineData("<a><b>1<c>2</c></a>", "a(b=1 c=2)", true)]
    [InlineData("<a><b><c>2</c></a>", "a(b= c=2)", true)]
    [InlineData("<a><b>1</c></b></a>", "a(b=1)", true)]
    [InlineData("<a><b>1</B></a>", "a(b=1)", true)]
    [InlineData("<a><b>fish & chips</b></a>", "a(b=fish & chips)", true)]
    [InlineData("<a><b <c>2</c></a>", "a(b= c=2)", true)]
    [InlineData("<a x=1><b>1</b></a>", "a(b=1)", true)]
    [InlineData("<a><b>1</b><c>cut he", "a(b=1 c=)", true)]
    [InlineData("<a><b>1\0</b></a>", "a(b=1\0)", true)]
    public void Read_Document_GivesTree(string text, string tree, bool repaired)
    {
        var found = new XmlScanner(text).Read();
        Assert.Equal((tree, repaired), (Show(found!.Root), found.Repaired));
    }

    [Fact]
    public void Read_SeveralDocuments_GivesEach()
    {
        var scanner = new XmlScanner("<a><b>1</b></a><a><b>2</b> junk <a><b>3</b></a><?xml version=\"1.0\"?><a/>");
        Assert.Equal(["a(b=1)", "a(b=2)", "a(b=3)", "a="], Enumerable.Range(0, 4).Select(_ => Show(scanner.Read()!.Root)));
        Assert.Null(scanner.Read());
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", ElementFaults.Dtd)]
    [InlineData("deep", ElementFaults.TooLarge)]
    [InlineData("many", ElementFaults.TooLarge)]
    public void Read_Attack_IsRefused(string text, string fault)
    {
        text = text == "deep" ? Deep() : text == "many" ? "<r>" + string.Concat(Enumerable.Repeat("<a/>", 5000)) + "</r>" : text;
        var scanner = new XmlScanner(text);
        Assert.Null(scanner.Read());
        Assert.Equal(fault, scanner.Fault);
    }

    /// <summary>What the scanner calls well-formed must be so for XmlReader too, with the same names and texts.</summary>
    [Fact]
    public void Read_DamagedDocuments_AgreesWithXmlReader()
    {
        const string Good = "<?xml version=\"1.0\"?><r a=\"1\" b='x>y'><n:b>1 &amp; 2</n:b><c/><d><e>京</e><e>2</e><!-- x --></d><f><![CDATA[<&]]></f> </r>";
        const string Alphabet = "<>/&;'\"= abr!-[]?:\u0001京";
        var random = new Random(7);
        int well = 0;
        for (int i = 0; i < 30_000; i++)
        {
            var text = new StringBuilder(Good);
            for (int edits = random.Next(0, 3); edits > 0; edits--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, Alphabet[random.Next(Alphabet.Length)]),
                    _ => text.Replace(text[at], Alphabet[random.Next(Alphabet.Length)], at, 1),
                };
            }

            well += Agree(text.ToString()) ? 1 : 0;
        }

        Assert.InRange(well, 5_000, 30_000);
    }

    private static bool Agree(string text)
    {
        var scanner = new XmlScanner(text);
        var tree = scanner.Read();
        if (tree is null || tree.Repaired || scanner.Read() is not null || scanner.Fault is not null)
        {
            return false;
        }

        string? reference = Reference(text);
        // Text around the document, and words the scanner does not read, are no business of the tree.
        Assert.True(reference is null ? IsTolerated(text) : reference == Show(tree.Root), $"{text} -> {Show(tree.Root)}, XmlReader: {reference ?? "refused"}");
        return true;
    }

    private static bool IsTolerated(string text)
    {
        int start = text.IndexOf("<r", StringComparison.Ordinal);
        int end = text.LastIndexOf('>');
        return start < 0 || end < start || Reference(text[start..(end + 1)]) is not null || Prolog(text) || text.Contains("--", StringComparison.Ordinal);
    }

    private static bool Prolog(string text) => !text.StartsWith("<?xml version=\"1.0\"?><r", StringComparison.Ordinal);

    private static string? Reference(string text)
    {
        try
        {
            var reader = new XmlTextReader(new StringReader(text)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit };
            var document = new XmlDocument { XmlResolver = null };
            document.Load(reader);
            return Show(document.DocumentElement!);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return null;
        }
    }

    private static string Show(XmlElement element)
    {
        string name = element.Name[(element.Name.LastIndexOf(':') + 1)..];
        var children = element.ChildNodes.OfType<XmlElement>().ToList();
        return children.Count > 0 ? $"{name}({string.Join(' ', children.Select(Show))})" : $"{name}={Blank(element.InnerText)}";
    }

    private static string Show(Element element) =>
        element.HasChildren ? $"{element.Name}({string.Join(' ', element.Children().Select(Show))})" : $"{element.Name}={Blank(new string(element.Raw))}";

    private static string Blank(string text) => text.Trim();

    private static string Deep() => string.Concat(Enumerable.Range(0, 100).Select(i => $"<a{i}>"));
}
