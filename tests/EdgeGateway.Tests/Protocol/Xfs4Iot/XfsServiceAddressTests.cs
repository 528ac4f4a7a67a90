using System.Text;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>kiosk.md section 1.1: where a service is that calls itself localhost.</summary>
public sealed class XfsServiceAddressTests
{
    [Theory]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/IdSlot/", true, "10.1.2.3", 5846, "localhost:5846", "/xfs4iot/v1.0/IdSlot/", false)]
    [InlineData("ws://127.0.0.1:5850/xfs4iot/v1.0/IdSlot", true, "10.1.2.3", 5850, "127.0.0.1:5850", "/xfs4iot/v1.0/IdSlot", false)]
    [InlineData("wss://[::1]:5846/XFS4IoT/v1.0/IdSlot/", true, "10.1.2.3", 5846, "[::1]:5846", "/XFS4IoT/v1.0/IdSlot/", true)]
    [InlineData("wss://kiosk-7.hall/xfs4iot/v1.0/IdSlot/", false, "10.1.2.3", 443, "kiosk-7.hall:443", "/xfs4iot/v1.0/IdSlot/", true)]
    [InlineData("ws://kiosk-7.hall:5846/xfs4iot/v1.0/IdSlot/", true, "kiosk-7.hall", 5846, "kiosk-7.hall:5846", "/xfs4iot/v1.0/IdSlot/", false)]
    [InlineData("ws://10.9.9.9/xfs4iot/v1.0/IdSlot/", true, "10.9.9.9", 80, "10.9.9.9:80", "/xfs4iot/v1.0/IdSlot/", false)]
    public void Dial_Service_GoesWhereItCanBeReached(string text, bool isKnown, string host, int port, string hostHeader, string path, bool isTls)
    {
        var service = XfsServiceAddress.Parse(text)!;

        Assert.Equal("IdSlot", service.Name);
        Assert.Equal(new XfsDial(host, port, path, hostHeader, isTls), service.Dial("10.1.2.3", isKnown));
    }

    [Theory]
    [InlineData("BarcodeReader")]
    [InlineData("ReceiptPrinter")]
    [InlineData("CashManagement")]
    [InlineData("CertificateCardDispenser")]
    [InlineData("USB2SerialReader")]
    [InlineData("2DBarcodeScanner")]
    public void Parse_OrdinaryNames_AreServices(string name)
    {
        foreach (string start in (string[])["ws://localhost:5846/xfs4iot/v1.0/", "wss://kiosk-7.hall:443/XFS4IoT/v1.0/", "ws://192.168.100.101:5846/xfs4iot/v1.0/", "ws://[fe80::1234:5678]:80/xfs4iot/"])
        {
            Assert.Equal((name, name), (XfsServiceAddress.Parse(start + name)?.Name, XfsServiceAddress.Parse($"{start}{name}/")?.Name));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ws://kiosk-11010519491231002X:5846/xfs4iot/v1.0/A/")]
    [InlineData("ws://13800138000.hall/xfs4iot/v1.0/A/")]
    [InlineData("ws://1380013800/xfs4iot/v1.0/A/")]
    [InlineData("ws://localhost/xfs4iot/6222/0212/3456/7890/A/")]
    [InlineData("ws://localhost/xfs4iot/v1.0/04A2B3C4D5E680/")]
    [InlineData("IdSlot")]
    [InlineData("http://localhost:5846/xfs4iot/v1.0/IdSlot/")]
    [InlineData("ws://user:secret@localhost:5846/xfs4iot/v1.0/IdSlot/")]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/IdSlot/?name=x")]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/IdSlot/#x")]
    [InlineData("ws://localhost:5846/other/IdSlot/")]
    [InlineData("ws://localhost:5846/xfs4iot/../other/")]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/张三/")]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/11010519491231002X/")]
    [InlineData("ws://localhost:5846")]
    [InlineData("ws://localhost:0/xfs4iot/v1.0/IdSlot/")]
    [InlineData("ws://localhost:70000/xfs4iot/v1.0/IdSlot/")]
    [InlineData("ws://localhost:5846/xfs4iot/v1.0/Id\r\nX: y/")]
    public void Parse_WhatMustNotBeDialled_IsNone(string? text) => Assert.Null(XfsServiceAddress.Parse(text));

    [Fact]
    public void Parse_TooLong_IsNone() => Assert.Null(XfsServiceAddress.Parse("ws://localhost/xfs4iot/" + string.Join('/', Enumerable.Repeat("abcde.", 60))));

    [Fact]
    public void Read_OlderAndDoubleAndHostileList_GivesEachServiceOnce()
    {
        var items = Enumerable.Range(0, 100).Select(number => $$$$"""{"serviceUri":"ws://localhost/xfs4iot/v1.0/S{{{{number}}}}/"}""");
        string list = string.Join(',', ["""{"serviceUri":"ws://localhost/xfs4iot/v1.0/S0/"}""", "7", "{}", """{"serviceURI":7}""", .. items]);

        var services = Services($$$$"""{"vendorName":"Acme 13812345678","services":[{{{{list}}}}]}""");

        Assert.Equal(XfsServices.Most, services.Services.Count);
        Assert.Equal("S0", services.Services[0].Name);
        Assert.Equal(3 + 36, services.Refused);
        Assert.Equal("Acme ***", services.Vendor);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"services":{},"vendorName":5}""")]
    public void Read_NoList_IsEmpty(string payload)
    {
        var services = Services(payload);

        Assert.Empty(services.Services);
        Assert.Null(services.Vendor);
    }

    [Theory]
    [InlineData(0, XfsMessageKind.Unsolicited)]
    [InlineData(1, XfsMessageKind.Event)]
    public void Read_DetailEvent_HasTheSameShape(int id, XfsMessageKind kind)
    {
        string text = $$$$"""{"header":{"name":"ServicePublisher.ServiceDetailEvent","requestId":{{{{id}}}},"type":"event"},"payload":{"services":[{"serviceURI":"ws://h/xfs4iot/v1.0/A/"}]}}""";
        var message = XfsReader.Read(Encoding.UTF8.GetBytes(text)).Message!;

        Assert.Equal(kind, message.Kind);
        Assert.Equal("A", message.Services!.Services.Single().Name);
    }

    [Fact]
    public void Ports_AreThirteen()
    {
        Assert.Equal(13, XfsPublisher.Ports.Count);
        Assert.Equal((80, 443, 5846, 5856), (XfsPublisher.Ports[0], XfsPublisher.Ports[1], XfsPublisher.Ports[2], XfsPublisher.Ports[^1]));
    }

    private static XfsServices Services(string payload) => XfsReader.Read(Encoding.UTF8.GetBytes(
        $$$$"""{"header":{"name":"ServicePublisher.GetServices","requestId":1,"type":"completion","completionCode":"success"},"payload":{{{{payload}}}}}""")).Message!.Services!;
}
