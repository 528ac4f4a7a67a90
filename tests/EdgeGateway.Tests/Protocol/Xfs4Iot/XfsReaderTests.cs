using System.Text;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>The envelope of kiosk.md section 1.2, and what is refused.</summary>
public sealed class XfsReaderTests
{
    [Theory]
    [InlineData("event", "", XfsMessageKind.Unsolicited)]
    [InlineData("event", "\"requestId\":null,", XfsMessageKind.Unsolicited)]
    [InlineData("event", "\"requestId\":0,", XfsMessageKind.Unsolicited)]
    [InlineData("unsolicited", "\"requestId\":0,", XfsMessageKind.Unsolicited)]
    [InlineData("unsolicited", "\"requestId\":7,", XfsMessageKind.Event)]
    [InlineData("event", "\"requestId\":7,", XfsMessageKind.Event)]
    [InlineData("EVENT", "\"REQUESTID\":7,", XfsMessageKind.Event)]
    public void Read_Event_IsClassifiedByItsRequestIdAndNotByItsType(string type, string id, XfsMessageKind expected) =>
        Assert.Equal(expected, Read($$$$"""{"header":{{{{{id}}}}"name":"Common.NonceClearedEvent","type":"{{{{type}}}}"}}""").Message!.Kind);

    [Theory]
    [InlineData("", XfsFaults.NotJson)]
    [InlineData("{", XfsFaults.NotJson)]
    [InlineData("\u0000", XfsFaults.NotJson)]
    [InlineData("[1]", XfsFaults.NotAnObject)]
    [InlineData("1", XfsFaults.NotAnObject)]
    [InlineData("{} {}", XfsFaults.NotJson)]
    [InlineData("{}", XfsFaults.BadHeader)]
    [InlineData("""{"header":[]}""", XfsFaults.BadHeader)]
    [InlineData("""{"header":{"name":"Common.Status"}}""", XfsFaults.BadHeader)]
    [InlineData("""{"header":{"type":"event"}}""", XfsFaults.BadHeader)]
    [InlineData("""{"header":{"name":7,"type":"event"}}""", XfsFaults.BadHeader)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":"7"}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":7.5}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":-7}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":99999999999999999999}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion"}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"acknowledge","requestId":0}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.StatusChangedEvent","type":"event","requestId":true}}""", XfsFaults.BadRequestId)]
    [InlineData("""{"header":{"name":"Common.Status","type":"answer","requestId":7}}""", XfsFaults.UnknownType)]
    [InlineData("""{"header":{"name":"Common.Status","type":"command","requestId":7}}""", XfsFaults.UnexpectedCommand)]
    [InlineData("""{"header":{"name":"Common.Cancel","type":"completion","requestId":7}}""", XfsFaults.UnknownMessage)]
    [InlineData("""{"header":{"name":"Common.Status","type":"event","requestId":7}}""", XfsFaults.UnknownMessage)]
    [InlineData("""{"header":{"name":"Common.StatusChangedEvent","type":"completion","requestId":7}}""", XfsFaults.UnknownMessage)]
    [InlineData("""{"header":{"name":"Common.Status","name":"Common.Status","type":"completion","requestId":7}}""", XfsFaults.DuplicateName)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":7,"RequestID":8}}""", XfsFaults.DuplicateName)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":7},"Header":{}}""", XfsFaults.DuplicateName)]
    [InlineData("""{"header":{"name":"Common.Status","type":"completion","requestId":7,"completionCode":"success"},"payload":{"a":{"UPS":1,"uPS":2}}}""", XfsFaults.DuplicateName)]
    [InlineData("""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"\ud800":1}}""", XfsFaults.NotJson)]
    [InlineData("""{"header":{"name":"Common.\ud800","type":"event"}}""", XfsFaults.NotJson)]
    [InlineData("""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"common":{"device":"online",}}}""", XfsFaults.NotJson)]
    [InlineData("""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"common":{"powerSaveRecoveryTime":NaN}}}""", XfsFaults.NotJson)]
    public void Read_WhatIsNoGoodMessage_SaysWhy(string text, string expected)
    {
        var read = Read(text);

        Assert.Null(read.Message);
        Assert.Equal(expected, read.Fault);
        Assert.Equal(expected, read.Reason);
    }

    [Fact]
    public void Read_MessagesWithoutABound_AreRefusedAtTheirBound()
    {
        const string head = """{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":""";
        Assert.Equal(XfsFaults.TooLarge, Read(head + "{}}" + new string(' ', XfsReader.MostBytes)).Fault);
        Assert.Equal(XfsFaults.NotJson, Read(head + new string('[', 40) + new string(']', 40) + "}").Fault);
        Assert.Equal(XfsFaults.TooManyValues, Read(head + "[" + string.Join(',', Enumerable.Repeat("0", XfsReader.MostValues)) + "]}").Fault);
    }

    [Fact]
    public void Read_OneValueBelowTheBound_IsRead() =>
        Assert.NotNull(Read("""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":[""" + string.Join(',', Enumerable.Repeat("0", XfsReader.MostValues - 1)) + "]}").Message);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"common\":null}")]
    [InlineData("{\"common\":{\"device\":null}}")]
    public void Read_PayloadOfAnotherShape_SaysNothing(string payload)
    {
        var message = Read($$$$"""{"payload":{{{{payload}}}},"header":{"name":"common.statuschangedevent","type":"event"}}""").Message!;

        Assert.True(message.Fact!.Change.IsEmpty);
        Assert.Equal("Common.StatusChangedEvent", message.Name);
        Assert.Equal((0, 0), (message.Refused, message.Ignored));
    }

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver() =>
        Assert.NotNull(XfsReader.Read(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes("""{"header":{"name":"Common.NonceClearedEvent","type":"event"}}""")).ToArray()).Message);

    [Theory]
    [InlineData("tooManyRequests", "tooManyRequests")]
    [InlineData("invalidmessage", "invalidMessage")]
    [InlineData("张三", "other")]
    public void Read_RefusedAcknowledge_SaysWhy(string status, string expected) =>
        Assert.Equal(expected, Read($$$$"""{"header":{"name":"Common.Status","type":"acknowledge","requestId":7,"status":"{{{{status}}}}"}}""").Message!.Refusal);

    [Theory]
    [InlineData("Common.Status", "success", "", XfsNext.Use)]
    [InlineData("Common.Status", "unsupportedCommand", "", XfsNext.OtherVersion)]
    [InlineData("Common.Status", "unsupportedData", "", XfsNext.OtherVersion)]
    [InlineData("Common.Status", "invalidCommand", "", XfsNext.OtherVersion)]
    [InlineData("ServicePublisher.GetServices", "internalError", "", XfsNext.OtherVersion)]
    [InlineData("Common.Status", "internalError", "the Version (1.0) is unknown", XfsNext.OtherVersion)]
    [InlineData("Common.Status", "internalError", "out of memory", XfsNext.Later)]
    [InlineData("Common.Status", "timeOut", "", XfsNext.Later)]
    [InlineData("Common.Status", "canceled", "", XfsNext.Later)]
    [InlineData("Common.Status", "deviceNotReady", "", XfsNext.Later)]
    [InlineData("Common.Status", "sequenceError", "", XfsNext.Later)]
    [InlineData("Common.Status", "hardwareError", "", XfsNext.Trouble)]
    [InlineData("Common.Status", "fraudAttempt", "", XfsNext.Trouble)]
    [InlineData("Common.Status", "userError", "", XfsNext.Trouble)]
    [InlineData("Common.Status", "authorisationRequired", "", XfsNext.NoAccess)]
    [InlineData("Common.Status", "noCommandNonce", "", XfsNext.NoAccess)]
    [InlineData("Common.Status", "invalidTokenOfSomeSort", "", XfsNext.NoAccess)]
    [InlineData("Common.Status", "invalidData", "", XfsNext.OurFault)]
    [InlineData("Common.Status", "INVALIDREQUESTID", "", XfsNext.OurFault)]
    [InlineData("Common.Status", "张三", "", XfsNext.Later)]
    public void Read_Completion_SaysWhatToDoNext(string command, string code, string text, XfsNext expected)
    {
        var message = Read($$$$"""{"header":{"name":"{{{{command}}}}","type":"completion","requestId":7,"completionCode":"{{{{code}}}}","errorDescription":"{{{{text}}}}"},"payload":{"common":{"device":"online"}}}""").Message!;

        Assert.Equal(expected, message.Completion!.Next);
        Assert.Equal(expected == XfsNext.Use, message.Status is not null);
        Assert.DoesNotContain("张", message.Completion.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CompletionWithoutACode_IsNoSuccess() =>
        Assert.Equal(XfsNext.Later, Read("""{"header":{"name":"Common.Status","type":"completion","requestId":7}}""").Message!.Completion!.Next);

    [Fact]
    public void Read_NumbersAsTextAndTextAsNumbers_AreNotTakenButCounted()
    {
        var message = Read("""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"common":{"powerSaveRecoveryTime":"5","device":1,"colour":"red"},"printer":{"mediaOnStacker":2}}}""").Message!;

        Assert.Equal(["printer.mediaOnStacker"], message.Fact!.Change.Values.Keys);
        Assert.Equal((2, 1), (message.Refused, message.Ignored));
    }

    private static XfsRead Read(string text) => XfsReader.Read(Encoding.UTF8.GetBytes(text));
}
