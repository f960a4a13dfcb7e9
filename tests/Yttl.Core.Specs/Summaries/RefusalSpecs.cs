using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Refusals in prose, and speakers who cannot do something.</summary>
public sealed class RefusalSpecs
{
    [Theory]
    [InlineData("I'm sorry, but I can't assist with that request.")]
    [InlineData("I cannot summarize this transcript because it contains harmful content.")]
    [InlineData("I'm unable to process this video, as I do not have access to it.")]
    [InlineData("As an AI language model, I am not able to access external links or videos.")]
    [InlineData("I apologize, but I cannot provide a summary of copyrighted material. Please try another text.")]
    [InlineData("Unfortunately, I am unable to fulfill this request due to content policy.")]
    [InlineData("I won't be able to help with that. If you have another text, I am happy to read it.")]
    [InlineData("I must decline to summarize this content.")]
    [InlineData("Sorry, I don't have access to the video. Please paste the transcript.")]
    [InlineData("I can’t help you with this.")]
    [InlineData("Es tut mir leid, aber ich kann dabei nicht helfen.")]
    [InlineData("Ich bin leider nicht in der Lage, diesen Text zusammenzufassen.")]
    [InlineData("Leider kann ich dieser Bitte nicht nachkommen.")]
    [InlineData("Ich kann diese Anfrage nicht bearbeiten.")]
    [InlineData("Lo siento, pero no puedo ayudar con esa solicitud.")]
    [InlineData("Lo siento, no puedo resumir este contenido.")]
    [InlineData("No me es posible proporcionar un resumen de este video.")]
    [InlineData("Je suis désolé, mais je ne peux pas résumer ce contenu.")]
    [InlineData("Je ne suis pas en mesure de répondre à cette demande.")]
    [InlineData("Mi dispiace, ma non posso riassumere il contenuto di questo video.")]
    [InlineData("Desculpe, mas não posso ajudar com essa solicitação.")]
    [InlineData("Het spijt me, maar ik kan dit verzoek niet uitvoeren. Ik kan de video niet samenvatten.")]
    [InlineData("Извините, но я не могу помочь с этим запросом.")]
    [InlineData("Przepraszam, ale nie mogę pomóc z tą prośbą.")]
    [InlineData("Tyvärr kan jag inte hjälpa till med den här begäran.")]
    [InlineData("Üzgünüm, bu isteği yerine getiremiyorum.")]
    [InlineData("Üzgünüm, ancak bu içeriği özetleyemem.")]
    [InlineData("抱歉，我无法总结该内容。")]
    [InlineData("很抱歉，我不能协助处理这个请求。")]
    [InlineData("对不起，无法提供该视频的摘要。")]
    [InlineData("抱歉，我無法協助處理這個請求。")]
    [InlineData("申し訳ありませんが、そのリクエストにはお応えできません。")]
    [InlineData("죄송하지만 해당 요청은 도와드릴 수 없습니다.")]
    public async Task A_refusal_in_prose_is_a_refusal(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync, written)).Failure.Code.ShouldBe("model.refused");
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("I cannot continue this.")]
    [InlineData("I cannot continue this, I told my wife. We left the house that night.")]
    [InlineData("I can't help with the harvest, says the farmer.")]
    [InlineData("I cannot help it. I love the sea, and I go back every year.")]
    [InlineData("I can't provide for my family any more. So I took the boat north.")]
    [InlineData("I cannot process this grief. My brother died in spring.")]
    [InlineData("The speaker says that she cannot help with that request, and why.")]
    [InlineData("The robot cannot summarize this text. The engineers look for the fault.")]
    [InlineData("I cannot access my account. The bank sent a letter, and nobody answers there.")]
    [InlineData("\"I'm sorry, but I can't assist with that request,\" the robot says, and leaves.")]
    [InlineData("Ich kann nicht mehr weitergehen. Der Berg war zu hoch.")]
    [InlineData("Ich kann dir dabei nicht helfen, sagt der Vater. Dann geht er.")]
    [InlineData("No puedo seguir así. Me fui del pueblo en mayo.")]
    [InlineData("No puedo vivir sin el mar. Por eso volví.")]
    [InlineData("Je ne peux pas continuer. La montagne était trop haute.")]
    [InlineData("Non posso continuare così. La casa era vuota.")]
    [InlineData("Я не могу так жить. Мы уехали весной.")]
    [InlineData("Nie mogę tak żyć. Wyjechaliśmy wiosną.")]
    [InlineData("我不能继续这样下去。我离开了家。")]
    [InlineData("我没办法再走了。山太高。")]
    [InlineData("Jag kan inte fortsätta så här. Berget var för högt.")]
    [InlineData("Ik kan zo niet verder. De berg was te hoog.")]
    public async Task A_speaker_who_cannot_do_something_is_none(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await model.CompleteAsync()).Text.ShouldBe(written);
    }

    [Fact]
    public async Task A_long_answer_is_none()
    {
        var written = "I cannot summarize this text in a sentence. " + string.Concat(Enumerable.Range(0, 40).Select(i => $"Point {i} is made. "));
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await model.CompleteAsync()).Text.ShouldBe(written.Trim());
    }
}
