using System.Text.Json;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public class RadioOrderTests
{
    private static readonly NumberRule s_national = new() { Scheme = NumberScheme.National };

    [Theory]
    [InlineData("{\"to\": 7, \"kind\": \"individual\", \"text\": \"a\"}", 7, false)]
    [InlineData("{\"to\": \"7\", \"kind\": \"group\", \"text\": \"a\"}", 7, true)]
    [InlineData("{\"to\": 16777215, \"kind\": \"individual\", \"text\": \"\u4e2d\ud83d\ude00\"}", 16777215, false)]
    [InlineData("{\"to\": \"57120275\", \"kind\": \"individual\", \"text\": \"a\"}", 9011276, false)]
    public void Text_Right_IsAnOrder(string args, int to, bool group)
    {
        var order = RadioOrder.Text(Args(args), s_national);

        Assert.Equal((to, group), (order!.To, order.Group));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"to\": 7, \"kind\": \"individual\"}")]
    [InlineData("{\"to\": 7, \"text\": \"a\"}")]
    [InlineData("{\"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": 0, \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": -1, \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": 16777216, \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": 1.5, \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": \"+7\", \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": \"99999999\", \"kind\": \"individual\", \"text\": \"a\"}")]
    [InlineData("{\"to\": 7, \"kind\": \"all\", \"text\": \"a\"}")]
    [InlineData("{\"to\": 7, \"kind\": \"individual\", \"text\": \"\"}")]
    [InlineData("{\"to\": 7, \"kind\": \"individual\", \"text\": 5}")]
    [InlineData("{\"to\": 7, \"kind\": \"individual\", \"text\": \"a\\u0000\"}")]
    [InlineData("{\"to\": 7, \"kind\": \"individual\", \"text\": \"a\", \"more\": 1}")]
    public void Text_Wrong_IsNone(string args) => Assert.Null(RadioOrder.Text(Args(args), s_national));

    [Theory]
    [InlineData(700, true)]
    [InlineData(701, false)]
    public void Text_Length_IsLimited(int length, bool right) =>
        Assert.Equal(right, RadioOrder.Text(Args($"{{\"to\": 7, \"kind\": \"group\", \"text\": \"{new string('\u4e2d', length)}\"}}"), s_national) is not null);

    [Fact]
    public void UserNumber_WithoutARule_IsNotUnderstood() => Assert.Null(RadioOrder.Radio(Args("{\"radio\": \"57120275\"}"), NumberRule.None));

    [Fact]
    public void Radio_Right_IsItsAddress() => Assert.Equal(9011276, RadioOrder.Radio(Args("{\"radio\": \"57120275\"}"), s_national));

    [Theory]
    [InlineData("{}", true, null)]
    [InlineData("{\"radio\": 7}", true, 7)]
    [InlineData("{\"radio\": \"57120275\"}", true, 9011276)]
    [InlineData("{\"radio\": null}", false, null)]
    [InlineData("{\"radio\": 0}", false, null)]
    [InlineData("{\"to\": 7}", false, null)]
    [InlineData("[]", false, null)]
    public void Caller_IsARadioOrNobodyNamed(string args, bool right, int? radio)
    {
        Assert.Equal(right, RadioOrder.TryCaller(Args(args), s_national, out int? caller));
        Assert.Equal(radio, caller);
    }

    private static JsonElement Args(string json) => JsonDocument.Parse(json).RootElement;
}
