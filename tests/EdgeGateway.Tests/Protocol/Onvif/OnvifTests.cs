using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using EdgeGateway.Protocol.Onvif;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Onvif;

public class OnvifTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 22, 12, 0, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(OnvifType.NetworkVideoTransmitter, "NetworkVideoTransmitter", "http://www.onvif.org/ver10/network/wsdl")]
    [InlineData(OnvifType.Device, "Device", "http://www.onvif.org/ver10/device/wsdl")]
    public void Write_Probe_AsksForTheType(OnvifType type, string name, string space)
    {
        var message = Guid.NewGuid();

        var root = XDocument.Parse(Encoding.UTF8.GetString(OnvifProbe.Write(message, type))).Root!;

        XNamespace soap = "http://www.w3.org/2003/05/soap-envelope";
        XNamespace addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
        XNamespace discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
        var header = root.Element(soap + "Header")!;
        Assert.Equal($"urn:uuid:{message}", header.Element(addressing + "MessageID")!.Value);
        Assert.Equal("urn:schemas-xmlsoap-org:ws:2005:04:discovery", header.Element(addressing + "To")!.Value);
        Assert.Equal("http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe", header.Element(addressing + "Action")!.Value);
        var types = root.Element(soap + "Body")!.Element(discovery + "Probe")!.Element(discovery + "Types")!;
        string[] qualified = types.Value.Split(':');
        Assert.Equal((name, space), (qualified[1], types.GetNamespaceOfPrefix(qualified[0])!.NamespaceName));
    }

    [Fact]
    public void Read_ProbeMatch_TellsNameAndAddresses()
    {
        var match = Assert.Single(ProbeMatches.Read(OnvifAnswers.Match("urn:uuid:9")));

        Assert.Equal(("urn:uuid:0a0b", "Gate East", "ITC215", "urn:uuid:9"), (match.Endpoint, match.Name, match.Hardware, match.RelatesTo));
        Assert.Equal(["http://192.0.2.30/onvif/device_service", "http://[2001:db8::30]/onvif/device_service"], match.Addresses.Select(address => address.AbsoluteUri));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<Envelope><Body><ProbeMatches><ProbeMatch/></ProbeMatches></Body></Envelope>")]
    [InlineData("<Envelope><Body><ProbeMatches><ProbeMatch><XAddrs>ftp://x file:///etc javascript:1</XAddrs></ProbeMatch></ProbeMatches></Body></Envelope>")]
    [InlineData("<Envelope><Body><ProbeMatches><ProbeMatch><XAddrs>http://x</XAddrs>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Envelope><Body><ProbeMatches><ProbeMatch><XAddrs>http://x</XAddrs></ProbeMatch></ProbeMatches></Body></Envelope>")]
    public void Read_NoMatch_GivesNone(string text) => Assert.Empty(ProbeMatches.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_ManyAddresses_AreBounded() =>
        Assert.Equal(8, ProbeMatches.Read(OnvifAnswers.Match("1", string.Join(' ', Enumerable.Range(1, 100).Select(i => $"http://192.0.2.{i}/")))).Single().Addresses.Count);

    [Fact]
    public void Read_SystemTime_IsUtc() => Assert.Equal(s_noon, OnvifReplies.SystemTime(OnvifAnswers.Time(s_noon), TimeSpan.FromHours(8)));

    [Fact]
    public void Read_OnlyLocalTime_IsInTheZone()
    {
        byte[] local = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(OnvifAnswers.Time(s_noon)).Replace("UTCDateTime", "LocalDateTime", StringComparison.Ordinal));

        Assert.Equal(s_noon - TimeSpan.FromHours(8), OnvifReplies.SystemTime(local, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("<tt:Month>11<", "<tt:Month>13<")]
    [InlineData("<tt:Day>22<", "<tt:Day>31<")]
    [InlineData("<tt:Hour>12<", "<tt:Hour>-1<")]
    [InlineData("<tt:Year>2026<", "<tt:Year>999999999999<")]
    public void Read_ImpossibleTime_IsNone(string right, string wrong)
    {
        string text = Encoding.UTF8.GetString(OnvifAnswers.Time(s_noon));
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Null(OnvifReplies.SystemTime(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)), TimeSpan.Zero));
    }

    [Fact]
    public void Read_DeviceInformation_TellsWhatItIs() =>
        Assert.Equal(new OnvifDevice("Acme", "ITC 215", "1.2.3", "42"), OnvifReplies.DeviceInformation(OnvifAnswers.Information()));

    [Fact]
    public void Read_Fault_TellsTheInnermostCode()
    {
        Assert.Equal("ter:NotAuthorized", OnvifReplies.Fault(OnvifAnswers.Fault()));
        Assert.Null(OnvifReplies.DeviceInformation(OnvifAnswers.Fault()));
        Assert.Null(OnvifReplies.Fault(OnvifAnswers.Information()));
    }

    [Fact]
    public void Of_Token_IsTheDigestOfTheProfile()
    {
        // Computed apart: printf 'nonce.......1234' and so on into sha1sum and base64.
        byte[] nonce = Encoding.ASCII.GetBytes("0123456789abcdef");

        var token = UsernameToken.Of("admin", "Pass-1234", nonce, s_noon);

        byte[] expected = SHA1.HashData(Encoding.ASCII.GetBytes("0123456789abcdef2026-11-22T12:00:07.000ZPass-1234"));
        Assert.Equal(("MDEyMzQ1Njc4OWFiY2RlZg==", "2026-11-22T12:00:07.000Z", Convert.ToBase64String(expected)), (token.Nonce, token.Created, token.Digest));
    }

    [Fact]
    public void Write_DeviceInformation_EscapesTheUser()
    {
        var token = UsernameToken.Of("a<&\"b", "p", new byte[16], s_noon);

        var root = XDocument.Parse(Encoding.UTF8.GetString(OnvifRequests.GetDeviceInformation(token))).Root!;

        Assert.Equal("a<&\"b", root.Descendants().Single(element => element.Name.LocalName == "Username").Value);
        Assert.Single(root.Descendants(), element => element.Name.LocalName == "GetDeviceInformation");
    }

    [Fact]
    public void Read_DamagedAnswers_NeverThrows()
    {
        var random = new Random(20261122);
        byte[][] corpus = [OnvifAnswers.Match("urn:uuid:9"), OnvifAnswers.Time(s_noon), OnvifAnswers.Information(), OnvifAnswers.Fault()];
        for (int i = FuzzSize.Of(20_000); i > 0; i--)
        {
            byte[] bytes = [.. corpus[random.Next(corpus.Length)]];
            for (int edits = random.Next(1, 10); edits > 0; edits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            _ = ProbeMatches.Read(bytes).Count;
            _ = (OnvifReplies.SystemTime(bytes, TimeSpan.Zero), OnvifReplies.DeviceInformation(bytes), OnvifReplies.Fault(bytes));
        }
    }
}
