using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Thoughts, channels and marks of templates in an answer, and answers that speak of such things.</summary>
public sealed class AnswerTextSpecs
{
    private const string Answer = "The bridge was finished in spring. The river was not asked.";

    [Theory]
    [InlineData("Okay, the user wants a summary.\nI should keep it short.\n</think>\n\n{0}")]
    [InlineData("Let me write it now</think>{0}")]
    [InlineData("I write it now. </think> {0}")]
    [InlineData("- no headings\n- three sentences\n</think>\n{0}")]
    [InlineData("<think>\nThey want it.\n</think>\n{0}")]
    [InlineData("<THINK>They want it.</THINK>{0}")]
    [InlineData("<think time=\"3\">They want it.</think>\n{0}")]
    [InlineData("<thought>\nI check the rules.\n</thought>{0}")]
    [InlineData("<thinking>I check the rules.</thinking>\n\n{0}")]
    [InlineData("<reasoning>\nI check the rules.\n</reasoning>\n{0}")]
    [InlineData("<scratchpad>Rules.</scratchpad>\n{0}")]
    [InlineData("<inner_monologue>Rules.</inner_monologue>\n{0}")]
    [InlineData("<seed:think>Rules.</seed:think>{0}")]
    [InlineData("[THINK]They want it.[/THINK]{0}")]
    [InlineData("◁think▷They want it.◁/think▷{0}")]
    [InlineData("<|begin_of_thought|>\nRules.\n<|end_of_thought|>\n\n<|begin_of_solution|>\n{0}\n<|end_of_solution|>")]
    [InlineData("<|START_THINKING|>Rules.<|END_THINKING|><|START_RESPONSE|>{0}<|END_RESPONSE|>")]
    [InlineData("<unused94>thought\nRules.<unused95>{0}")]
    [InlineData("Sure <think>\nThey want it.\n</think>\n{0}")]
    [InlineData("Okay. <think>They want it.</think>{0}")]
    [InlineData("assistant\n<think>They want it.</think>{0}")]
    [InlineData("\uFEFF<think>They want it.</think>{0}")]
    [InlineData("<think>One.</think><think>Two.</think>{0}")]
    [InlineData("<think>I must close with </think> and go on.\n</think>\n{0}")]
    [InlineData("<thought>They want it.</think>\n{0}")]
    [InlineData("{0}\n<think>\nWas that right? I should che")]
    [InlineData("{0}\n<think>Was that right?</think>")]
    [InlineData("```thinking\nThey want it.\n```\n{0}")]
    [InlineData("&lt;think&gt;They want it.&lt;/think&gt;{0}")]
    [InlineData("<think>Rules.</think>\n<answer>{0}</answer>")]
    [InlineData("<answer>\n{0}\n</answer>")]
    [InlineData("<think>One.\n- three sentences</think> {0}\n<think>\nWas that right?\n</think>")]
    [InlineData("- no headings\n- three sentences</think>\n- {0}\n- And so on.", "- {0}\n- And so on.")]
    [InlineData("The tag <think> opens thoughts. {0}\n<think>\nWas that right?\n</think>", "The tag <think> opens thoughts. {0}")]
    public Task What_a_model_thinks_is_not_part_of_its_answer(string written, string answer = "{0}") => ReadsAsync(written, answer);

    [Theory]
    [InlineData("<|channel|>analysis<|message|>We need a summary.<|end|><|start|>assistant<|channel|>final<|message|>{0}")]
    [InlineData("<|channel|>analysis<|message|>We need a summary.<|end|><|start|>assistant<|channel|>final<|message|>{0}<|return|>")]
    [InlineData("<|start|>assistant<|channel|>analysis<|message|>We.<|end|><|start|>assistant<|channel|>commentary<|message|>So.<|end|><|start|>assistant<|channel|>final<|message|>{0}<|end|>")]
    [InlineData("analysis<|message|>We need a summary.<|end|><|start|>assistant<|channel|>final<|message|>{0}")]
    [InlineData("<|channel|>final <|constrain|>text<|message|>{0}")]
    [InlineData("<|start|>assistant<|message|>{0}")]
    [InlineData("<|message|>{0}")]
    [InlineData("Okay. <|channel|>analysis<|message|>We.<|end|><|start|>assistant<|channel|>final<|message|>{0}")]
    [InlineData("<|channel|>analysis\nWe need a summary.\n<|channel|>final\n{0}")]
    [InlineData("analysisWe need a summary in three sentences.assistantfinal{0}")]
    [InlineData("assistantanalysisWe need a summary.assistantcommentaryHm.assistantfinal{0}")]
    [InlineData("analysis\nWe need a summary.\nassistantfinal\n{0}")]
    [InlineData("analysis\nWe need a summary.\n\nfinal\n{0}")]
    [InlineData("final{0}")]
    [InlineData("assistantfinal{0}")]
    [InlineData("assistantfinal- {0}", "- {0}")]
    [InlineData("assistantfinal2024: {0}", "2024: {0}")]
    public Task Of_channels_only_the_final_one_is_the_answer(string written, string answer = "{0}") => ReadsAsync(written, answer);

    [Theory]
    [InlineData("{0}<|eot_id|>")]
    [InlineData("{0}<|im_end|>")]
    [InlineData("{0}</s>")]
    [InlineData("{0}<end_of_turn>")]
    [InlineData("{0}<|endoftext|>")]
    [InlineData("{0} <|end|>")]
    [InlineData("{0}\n<｜end▁of▁sentence｜>")]
    [InlineData("{0}<eos>")]
    [InlineData("{0} [end of text]")]
    [InlineData("{0}<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nThank you.")]
    [InlineData("{0}<|im_end|>\n<|im_start|>user\nAnd now in French?")]
    [InlineData("{0}</s>\nHuman: thanks\nAssistant: You are welcome.")]
    [InlineData("{0}<|im_end|>I hope this helps!")]
    [InlineData("{0}<end_of_turn>\n<start_of_turn>user\nMore.")]
    [InlineData("{0}[INST] And now? [/INST]")]
    [InlineData("{0}assistant\n\nThe bridge was built.")]
    [InlineData("{0}\nuser\nThanks.")]
    [InlineData("<|im_start|>assistant\n{0}<|im_end|>")]
    [InlineData("<|start_header_id|>assistant<|end_header_id|>\n\n{0}<|eot_id|>")]
    [InlineData("<start_of_turn>model\n{0}<end_of_turn>")]
    [InlineData("<s> {0}</s>")]
    [InlineData("<|assistant|>\n{0}")]
    [InlineData("[/INST] {0}</s>")]
    [InlineData("assistant\n\n{0}")]
    [InlineData("A template puts \"<|im_start|>\" first. {0}<end_of_turn><eos>", "A template puts \"<|im_start|>\" first. {0}")]
    public Task The_marks_of_a_template_end_an_answer_and_what_follows_is_no_part_of_it(string written, string answer = "{0}") =>
        ReadsAsync(written, answer);

    [Theory]
    [InlineData("The <think> tag wraps the thoughts of a model, and </think> ends them. Then the answer follows.")]
    [InlineData("<think> opens a block of thoughts. </think> closes it.")]
    [InlineData("DeepSeek writes its thoughts between <think> and </think>. Users never see them.")]
    [InlineData("A server may drop `<think>` and leave `</think>`. Then the thoughts are shown.")]
    [InlineData("- Thoughts end with </think>\n- Then the answer begins")]
    [InlineData("Das <think> Tag und das </think> Tag umgeben die Gedanken. Danach folgt die Antwort.")]
    [InlineData("模型用<think>和</think>包围思考。然后给出答案。")]
    [InlineData("The talk explains chat templates. <|im_start|> begins a turn, and <|im_end|> ends it. Llama has <|eot_id|> for that.")]
    [InlineData("The token <|eot_id|> ends a turn of Llama. Qwen has another.")]
    [InlineData("Every turn ends with \"<|im_end|>\". The next one begins with a role.")]
    [InlineData("每一轮由两个标记包围。<|im_start|>表示开始，<|im_end|>表示结束。")]
    [InlineData("HTML strikes text through with <s>old</s> tags. The tag </s> closes it.")]
    [InlineData("The channels of gpt-oss are analysis, commentary and final. <|channel|>final<|message|> opens the last.")]
    [InlineData("<|channel|> names a channel. <|message|> begins its text.")]
    [InlineData("analysis of the data comes first, and the final step is a chart.")]
    [InlineData("The assistant answers the user. The system prompt comes first.")]
    [InlineData("<summary> is a tag of HTML. It stands in <details> and names it.")]
    [InlineData("The reasoning of the court was short. [thinking] is what the captions say of a pause.")]
    public async Task An_answer_about_such_marks_keeps_them(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await model.CompleteAsync()).Text.ShouldBe(written);
    }

    [Theory]
    [InlineData("<think>\nOkay, the user")]
    [InlineData("<thought>They want it.</thought>")]
    [InlineData("They want it.\n</think>")]
    [InlineData("<|channel|>analysis<|message|>We need a summary.")]
    [InlineData("analysisWe need a summary.")]
    [InlineData("Sure <think>\nOkay, the user")]
    [InlineData("<|begin_of_thought|>\nOkay, the user")]
    [InlineData("<|START_THINKING|>I keep it short.\n\nThe bridge was")]
    [InlineData("[/INST] &lt;think&gt;Okay, the user")]
    [InlineData("assistant\n\n◁think▷用户想要摘要。")]
    [InlineData("<think>用户想要摘要。")]
    [InlineData("<|im_end|>")]
    public async Task Thoughts_alone_are_no_answer(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.bad-output");
        model.Server.Calls.Count.ShouldBe(3);
    }

    private static async Task ReadsAsync(string written, string answer)
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Text(written.Replace("{0}", Answer, StringComparison.Ordinal)));

        (await model.CompleteAsync()).Text.ShouldBe(answer.Replace("{0}", Answer, StringComparison.Ordinal));
    }
}
